using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Inspections;

namespace Transparency.Publishing.Register;

/// <summary>
/// What the public may know of an inspection: the plan, the draw with all that is needed to do it again, confirmed results, accepted cures.
/// What was recorded and not confirmed never arrives here.
/// </summary>
/// <param name="Planned">who planned it, and when</param>
/// <param name="Number">the half of the seed that was called out; null before</param>
/// <param name="Results">in the order in which they became public</param>
public sealed record InspectionOnRegister(
    string Id, InspectionPlan Plan, PublicAct Planned, CalledNumber? Number, PublicDraw? Draw, IReadOnlyList<PublicResult> Results,
    InspectionEnd? End, IReadOnlyList<InspectionEdition> Editions, int Acts, DateTimeOffset LastAct) : IPublicRow
{
    public string PublicKey => Plan.Id.Value;

    public InspectionEdition Current => Editions[^1];

    public CaseEntry? Entry => new(CaseKind.Inspection, PublicKey, null, Plan.Id.Year);

    /// <summary>A drawn village has it on its own page, each month that a confirmed result covers beside its statement.</summary>
    public IEnumerable<string> OwnSlices() =>
    [
        Slices.Inspection(Plan.Id),
        .. Drawn.SelectMany(v => new[] { Slices.Village(v), Slices.VillageYear(v, Plan.Id.Year) }),
        .. Results.SelectMany(r => MonthsOf(r.Of).Select(month => Slices.Inspected(new(r.Of.Village, month)))),
    ];

    /// <summary>In the order of the draw; none before it.</summary>
    public IEnumerable<VillageCode> Drawn => Draw?.Of.Places.Take(Plan.Count).Select(p => p.Village) ?? [];

    public int Open => Results.SelectMany(r => r.Findings).Count(f => f.Cure is null);

    public InspectionStatus Status => this switch
    {
        { End.Cancelled: not null } => InspectionStatus.Cancelled,
        { End: not null } => InspectionStatus.Closed,
        { Draw: null } => InspectionStatus.Planned,
        _ when Results.Count < Plan.Count => InspectionStatus.Looking,
        _ => Open > 0 ? InspectionStatus.Curing : InspectionStatus.Cured,
    };

    public PublicResult? ResultOf(VillageCode village) => Results.FirstOrDefault(r => r.Of.Village == village);

    /// <summary>The same inspection as it stood when an edition was made.</summary>
    public InspectionOnRegister At(InspectionEdition edition) => this with
    {
        Number = Number?.Act <= edition.Act ? Number : null,
        Draw = Draw?.Act <= edition.Act ? Draw : null,
        Results = [.. Results.Where(r => r.Act <= edition.Act).Select(r => r.At(edition))],
        End = End?.Act <= edition.Act ? End : null,
    };

    public static InspectionOnRegister? Evolve(InspectionOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, InspectionPlanned x) => Edited(
            new(id, x.Plan, Act(x.By), null, null, [], null, [], 0, x.By.At),
            InspectionEditionKind.Plan, x.By),
        (null, _) => null,
        (_, InspectionNumberCalled x) => Acted(now with { Number = new(now.Acts + 1, x.Number, Act(x.By)) }, x.By),
        (_, InspectionVillagesDrawn x) => Edited(
            now with { Draw = new(now.Acts + 1, x.Draw, Act(x.By)) },
            InspectionEditionKind.Draw, x.By),
        (_, InspectionResultPublished x) => Edited(
            now with { Results = [.. now.Results, Published(now.Acts + 1, x)] },
            InspectionEditionKind.Result, x.By),
        (_, InspectionCureAccepted x) => Acted(now.Cured(x), x.By),
        (_, InspectionClosed x) => Edited(
            now with { End = new(now.Acts + 1, Act(x.By), null) },
            InspectionEditionKind.Closing, x.By),
        (_, InspectionCancelled x) => Edited(
            now with { End = new(now.Acts + 1, Act(x.By), x.Reason) },
            InspectionEditionKind.Cancellation, x.By),
        (_, InspectionVoided x) => Edited(
            now with { End = new(now.Acts + 1, Act(x.By), x.Reason) { Voided = true } },
            InspectionEditionKind.Cancellation, x.By),
        _ => now,
    };

    private static PublicResult Published(int act, InspectionResultPublished x) =>
        new(act, x.Result, x.Hash, x.Recorded, Act(x.By), [.. x.Result.Findings.Select(f => new PublicFinding(f, null))]);

    private InspectionOnRegister Cured(InspectionCureAccepted x)
    {
        var cure = new PublicCure(Acts + 1, x.What, x.Cured, x.DaysLate, Act(x.By));
        return this with { Results = [.. Results.Select(r => r.Of.Village == x.Village ? r.Cured(x.Ordinal, cure) : r)] };
    }

    private static InspectionOnRegister Acted(InspectionOnRegister now, Signature by) => now with { Acts = now.Acts + 1, LastAct = by.At };

    private static InspectionOnRegister Edited(InspectionOnRegister now, InspectionEditionKind kind, Signature by) =>
        Acted(now with { Editions = [.. now.Editions, new(now.Editions.Count + 1, kind, by.At, by.Unit, now.Acts + 1)] }, by);

    private static PublicAct Act(Signature by) => new(Shanghai.DayOf(by.At), by.Unit);

    private static IEnumerable<Month> MonthsOf(InspectionResult result)
    {
        for (var month = result.From; month <= result.To; month = month.Next) yield return month;
    }
}

public enum InspectionStatus
{
    Planned,

    /// <summary>Villages are drawn; not every result is public.</summary>
    Looking,

    /// <summary>All results are public, and something is left to cure.</summary>
    Curing,

    /// <summary>Nothing is left to cure; to be closed.</summary>
    Cured,
    Closed,
    Cancelled,
}

public enum InspectionEditionKind
{
    Plan,
    Draw,
    Result,
    Closing,
    Cancellation,
}

/// <param name="At">UTC</param>
/// <param name="Act">ordinal of the public act that made it</param>
public sealed record InspectionEdition(int Ordinal, InspectionEditionKind Kind, DateTimeOffset At, Text Unit, int Act);

public sealed record CalledNumber(int Act, int Number, PublicAct By);

public sealed record PublicDraw(int Act, VillageDraw Of, PublicAct By);

/// <param name="Recorded">by those who looked</param>
/// <param name="Confirmed">by another person: the day on which it became public</param>
public sealed record PublicResult(
    int Act, InspectionResult Of, ContentHash Hash, PublicAct Recorded, PublicAct Confirmed, IReadOnlyList<PublicFinding> Findings)
{
    /// <summary>The same result without what was cured after an edition was made.</summary>
    internal PublicResult At(InspectionEdition edition) =>
        this with { Findings = [.. Findings.Select(f => f.Cure?.Act <= edition.Act ? f : f with { Cure = null })] };

    internal PublicResult Cured(int finding, PublicCure cure) =>
        this with { Findings = [.. Findings.Select(f => f.Of.Ordinal == finding ? f with { Cure = cure } : f)] };
}

/// <param name="Cure">null until it is accepted</param>
public sealed record PublicFinding(Finding Of, PublicCure? Cure);

/// <param name="By">the village, and the day on which it reported</param>
/// <param name="DaysLate">0 when in time</param>
public sealed record PublicCure(int Act, Text What, PublicAct By, int DaysLate, PublicAct Accepted);

/// <param name="Cancelled">the reason; null when it was closed</param>
public sealed record InspectionEnd(int Act, PublicAct By, Text? Cancelled)
{
    /// <summary>By those who supervise, after the number had been called.</summary>
    public bool Voided { get; init; }

    /// <summary>How it ended: <c>closed</c>, <c>cancelled</c> or <c>voided</c>.</summary>
    public string Kind => Cancelled is null ? "closed" : Voided ? "voided" : "cancelled";
}
