namespace Transparency.Contracts.Agreements;

/// <summary>Who holds what was let, once the contract no longer says it.</summary>
public enum HoldingState
{
    /// <summary>到期未交回: the term is over and the lessee stays without anybody's consent.</summary>
    Occupied,

    /// <summary>不定期租赁: the lessee stays and nobody objects (Civil Code, art. 734).</summary>
    OpenEnded,

    /// <summary>已收回.</summary>
    Returned,

    /// <summary>提前解除: ended before its last day.</summary>
    Terminated,
}

/// <param name="On">local day from which it is so</param>
/// <param name="Reason">in the village's words; public once confirmed</param>
public sealed record Holding(HoldingState State, DateOnly On, Text Reason);

/// <summary>What a village reports of a lease that ran out or was ended; public once another person has confirmed it.</summary>
internal static class Holdings
{
    public static Refusal? Fault(Agreement.Registered s, Holding h, DateTimeOffset at)
    {
        var (start, end) = s.Disclosed is { } d ? (d.Start, d.End) : (s.Content.Start, s.Content.End);
        return s.Content.Kind != AgreementKind.Lease ? Refusal.NotNow("rent.not-a-lease", s.Id.Value)
            : s.Edition == 0 ? Refusal.Wait("holding.not-public")
            : h.On > Shanghai.DayOf(at) ? Refusal.Mend("date", "holding.in-future", h.On)
            : h.State is HoldingState.Occupied or HoldingState.OpenEnded && h.On <= end ? Refusal.Mend("date", "holding.still-runs", end)
            : h.State is HoldingState.Terminated && (h.On < start || h.On > end) ? Refusal.Mend("date", "holding.outside-term", start, end)
            : h.On < start ? Refusal.Mend("date", "holding.outside-term", start, end)
            : h.Reason.IsEmpty || !h.Reason.IsClean ? Refusal.Mend("reason", "reason.missing")
            : null;
    }
}
