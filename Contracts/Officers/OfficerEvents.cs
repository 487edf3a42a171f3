namespace Transparency.Contracts.Officers;

/// <summary>
/// What happened to one sign-in, on the stream <c>officer/{id}</c>, in order of life. The officer's own name and the hash of the identity
/// number stand in the person's document; no link is written down anywhere.
/// </summary>
public abstract record OfficerEvent : ISigned
{
    Signature ISigned.By => SignedBy();

    Text? ISigned.Said => Reason();

    protected abstract Signature SignedBy();

    protected virtual Text? Reason() => null;
}

/// <summary>At once: into a store without officers, by whoever sets it up. Nobody is there yet who could confirm.</summary>
/// <param name="By">null in stores of earlier versions, where the portal itself appointed</param>
public sealed record OfficerAppointed(Officer Officer, DateTimeOffset At, Signature? By = null) : OfficerEvent
{
    protected override Signature SignedBy() => By ?? Officer.System.Sign(At);
}

/// <summary>An appointment, or other roles for an officer on duty; nothing of it holds before it is confirmed.</summary>
/// <param name="Officer">as it is to be</param>
public sealed record OfficerProposed(Officer Officer, Signature By) : OfficerEvent
{
    protected override Signature SignedBy() => By;
}

/// <summary>By another administrator: what was proposed holds from now on.</summary>
/// <param name="Officer">as it is from now on</param>
/// <param name="ProposedBy">who is another person than <paramref name="By"/></param>
public sealed record OfficerConfirmed(Officer Officer, Signature ProposedBy, Signature By) : OfficerEvent
{
    protected override Signature SignedBy() => By;
}

/// <summary>What was proposed comes to nothing; an officer on duty stays as he was.</summary>
public sealed record OfficerDeclined(Text Why, Signature By) : OfficerEvent
{
    protected override Signature SignedBy() => By;

    protected override Text? Reason() => Why;
}

/// <summary>For a time: no sign-in, and sessions end at once.</summary>
public sealed record OfficerSuspended(Text Why, Signature By) : OfficerEvent
{
    protected override Signature SignedBy() => By;

    protected override Text? Reason() => Why;
}

public sealed record OfficerResumed(Signature By) : OfficerEvent
{
    protected override Signature SignedBy() => By;
}

/// <summary>For good; the sign-in's key is never used again.</summary>
public sealed record OfficerDismissed(Text Why, Signature By) : OfficerEvent
{
    protected override Signature SignedBy() => By;

    protected override Text? Reason() => Why;
}

/// <summary>A one-time link to sign in with was handed out; it changes nothing else.</summary>
public sealed record OfficerLinkIssued(Signature By) : OfficerEvent
{
    protected override Signature SignedBy() => By;
}

/// <summary>By the officer himself, or by an administrator from his paper.</summary>
public sealed record OfficerInterestDeclared(Interest Interest, Signature By) : OfficerEvent
{
    protected override Signature SignedBy() => By;
}

/// <summary>It is so no longer: by an administrator, never by the officer himself.</summary>
/// <param name="Number">of the interest</param>
public sealed record OfficerInterestEnded(int Number, Text Why, Signature By) : OfficerEvent
{
    protected override Signature SignedBy() => By;

    protected override Text? Reason() => Why;
}
