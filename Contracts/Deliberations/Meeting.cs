namespace Transparency.Contracts.Deliberations;

/// <summary>A meeting as it was held.</summary>
/// <param name="Due">members, villagers or households who may vote: 1 or more</param>
/// <param name="Present">0 to <paramref name="Due"/></param>
/// <param name="For">with <paramref name="Against"/> at most <paramref name="Present"/></param>
/// <param name="Minutes">signed records of the meeting, as files</param>
/// <param name="Observer">the town's body that sat in, never a person's name; null for none</param>
public sealed record Meeting(
    DateOnly On, Text Place, int Due, int Present, int For, int Against, IReadOnlyList<Attachment> Minutes, Text? Observer = null)
{
    public int Abstained => Present - For - Against;

    public bool HasSoundNumbers => Due >= 1 && Present >= 0 && Present <= Due && For >= 0 && Against >= 0 && (long)For + Against <= Present;

    public IEnumerable<Text> Texts =>
        [Place, .. Observer is { } observer ? [observer] : Array.Empty<Text>(), .. Minutes.Select(m => m.Name)];
}

/// <summary>The four deliberations 四议, in their order.</summary>
public enum DeliberationStep
{
    Proposed,
    Discussed,
    PartyReviewed,
    Resolved,
}

/// <summary>One deliberation as it was held.</summary>
public sealed record HeldStep(DeliberationStep Step, Meeting Meeting);
