namespace Transparency.Contracts.Agreements;

/// <summary>What happened to one agreement, on the stream <c>agreement/{id}</c>, in order of life.</summary>
public abstract record AgreementEvent : ISigned
{
    public abstract Signature By { get; init; }
}

/// <summary>Entered in the office; not public.</summary>
public sealed record AgreementRegistered(AgreementId Id, AgreementContent Content, Signature By) : AgreementEvent;

/// <summary>The working copy changed; not public until a further declaration.</summary>
public sealed record AgreementChanged(AgreementContent Content, Signature By) : AgreementEvent;

/// <summary>Public, with the approval of the declaration that carried it.</summary>
public sealed record AgreementDisclosed(
    DeclarationId Declaration, string Number, AgreementSection Section, ContentHash Hash, Signature By) : AgreementEvent;
