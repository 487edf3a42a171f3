using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Components.Leases;

/// <summary>Cases that a figure counts, and the place on the page where they stand one by one.</summary>
/// <param name="Place">id of the list, without #</param>
public sealed record CleanUpFigure<T>(T Of, string Place, IReadOnlyList<CleanUpOnRegister> Cases)
{
    public int Count => Cases.Count;
}

/// <summary>A drive in figures: each of them can be followed to its cases.</summary>
/// <param name="Cases">by the agreements' numbers</param>
public sealed record CleanUpFigures(IReadOnlyList<CleanUpOnRegister> Cases)
{
    public static CleanUpFigures Of(IEnumerable<CleanUpOnRegister> cases) =>
        new([.. cases.OrderBy(c => c.Agreement.Value, StringComparer.Ordinal)]);

    /// <summary>Each stage with the cases that have come so far; those found in order leave the way when they are classified.</summary>
    public IReadOnlyList<CleanUpFigure<CleanUpStage>> Stages =>
    [
        .. Enum.GetValues<CleanUpStage>().Select(stage => new CleanUpFigure<CleanUpStage>(
            stage, $"stage-{stage}", [.. Cases.Where(c => HasComeTo(c, stage))])),
    ];

    private static bool HasComeTo(CleanUpOnRegister c, CleanUpStage stage) =>
        c.Stage >= stage && (stage < CleanUpStage.Classified || c.Pause != CleanUpPause.InOrder);

    /// <summary>Deferred, before the court, or in order; those that count none are left out.</summary>
    public IReadOnlyList<CleanUpFigure<CleanUpPause>> Pauses =>
    [
        .. new[] { CleanUpPause.InOrder, CleanUpPause.Deferred, CleanUpPause.Litigated }
            .Select(pause => new CleanUpFigure<CleanUpPause>(pause, $"pause-{pause}", [.. Cases.Where(c => c.Pause == pause)]))
            .Where(f => f.Count > 0),
    ];

    /// <summary>In the order of the list of codes; one agreement may have several problems.</summary>
    public IReadOnlyList<CleanUpFigure<Problem>> Problems =>
    [
        .. Enum.GetValues<Problem>()
            .Select(p => new CleanUpFigure<Problem>(p, $"problem-{p}", [.. Cases.Where(c => c.Problems.Contains(p))]))
            .Where(f => f.Count > 0),
    ];

    /// <summary>By the villages' codes: no ranking.</summary>
    public IReadOnlyList<CleanUpFigure<Text>> Villages =>
    [
        .. Cases.GroupBy(c => c.Before.Village).OrderBy(g => g.Key.Value, StringComparer.Ordinal)
            .Select(g => new CleanUpFigure<Text>(g.First().Before.VillageName, $"village-{g.Key}", [.. g])),
    ];

    public IReadOnlyList<CleanUpOnRegister> WithMoney =>
        [.. Cases.Where(c => c.Remedy is { Claimed.Fen: > 0 } || c.Recovered is { Fen: > 0 })];

    public Yuan Claimed => ClaimedOf(Cases);

    public Yuan Recovered => RecoveredOf(Cases);

    public int Done => Cases.Count(c => c.Stage == CleanUpStage.Done);

    /// <summary>Neither done nor found in order.</summary>
    public int Unfinished => Cases.Count(c => c.Stage != CleanUpStage.Done && c.Pause != CleanUpPause.InOrder);

    public bool IsFinished => Cases.Count > 0 && Unfinished == 0;

    public IReadOnlyList<CleanUpOnRegister> Remedied => [.. Cases.Where(c => c.Remedy is not null)];

    /// <summary>Yearly rent of the remedied ones, before and after.</summary>
    public (Yuan Before, Yuan After) Rent => (
        Remedied.Sum(c => c.Before.Yearly ?? Yuan.Zero), Remedied.Sum(c => c.Remedy!.After.Yearly ?? Yuan.Zero));

    public Mu Area => new(Cases.Sum(c => c.Before.Area?.Hundredths ?? 0));

    public static Yuan ClaimedOf(IEnumerable<CleanUpOnRegister> cases) => cases.Sum(c => c.Remedy?.Claimed ?? Yuan.Zero);

    public static Yuan RecoveredOf(IEnumerable<CleanUpOnRegister> cases) => cases.Sum(c => c.Recovered ?? Yuan.Zero);
}
