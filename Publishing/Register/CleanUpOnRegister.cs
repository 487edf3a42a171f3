using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;

namespace Transparency.Publishing.Register;

/// <summary>How far an agreement has come, in the order of the way.</summary>
public enum CleanUpStage
{
    Listed,
    Verified,
    Classified,
    Remedied,
    Done,
}

/// <summary>Why a case does not go on, or that it need not.</summary>
public enum CleanUpPause
{
    None,
    Deferred,
    Litigated,

    /// <summary>Nothing was wrong: the end.</summary>
    InOrder,
}

/// <summary>One act on a case.</summary>
/// <param name="Kind">name of the event without its beginning: <c>Listed</c>, <c>Deferred</c> …</param>
/// <param name="Note">findings or reason, or null</param>
public sealed record CleanUpLine(string Kind, DateOnly On, Text Unit, Text? Note);

/// <summary>What the remedy says.</summary>
/// <param name="Claimed">yuan</param>
/// <param name="Declaration">key of the declaration's stream; internal, on no page</param>
/// <param name="Number">the declaration's public number</param>
public sealed record CleanUpRemedy(IReadOnlyList<Remedy> Codes, Yuan Claimed, string Declaration, string Number, CleanUpSubject After);

/// <summary>What the public may know of one agreement in one drive: all of it, since every act is public.</summary>
/// <param name="Listed">local day</param>
/// <param name="Stage">the furthest one reached</param>
/// <param name="Problems">empty before it is classified, and when it is in order</param>
/// <param name="Recovered">what has come in, in yuan; null until the case is done</param>
/// <param name="Vouchers">by which it came in; null in records from before they were asked for</param>
public sealed record CleanUpOnRegister(
    string Id, DriveId Drive, Text DriveTitle, AgreementId Agreement, DateOnly Listed, CleanUpSubject Before,
    CleanUpStage Stage, CleanUpPause Pause, Text? Findings, IReadOnlyList<Problem> Problems, CleanUpRemedy? Remedy, Yuan? Recovered,
    IReadOnlyList<CleanUpLine> Timeline, DateTimeOffset LastAct, IReadOnlyList<RecoveredBy>? Vouchers = null) : IPublicRow
{
    public string PublicKey => $"{Drive}/{Agreement}";

    public int Acts => Timeline.Count;

    public CaseEntry? Entry => null;

    public IEnumerable<string> OwnSlices() =>
        [Slices.Agreement(Agreement), Slices.Drive(Drive), Slices.CleanUps, Slices.CleanUpYear(Listed.Year)];

    /// <summary>Code of the word for where it stands.</summary>
    public string Status => Pause == CleanUpPause.None ? Stage.ToString() : Pause.ToString();

    public static CleanUpOnRegister? Evolve(CleanUpOnRegister? now, string id, object e) => (now, e) switch
    {
        (_, CleanUpListed x) => new(
            id, x.Drive, x.DriveTitle, x.Before.Agreement, Shanghai.DayOf(x.By.At), x.Before, CleanUpStage.Listed, CleanUpPause.None,
            null, [], null, null, [Line("Listed", x.By, null)], x.By.At),
        ({ } c, CleanUpVerified x) => c.Next(CleanUpStage.Verified, "Verified", x.By, x.Findings) with { Findings = x.Findings },
        ({ } c, CleanUpClassified { Problems.Count: 0 } x) =>
            c.Next(CleanUpStage.Classified, "InOrder", x.By, null) with { Pause = CleanUpPause.InOrder },
        ({ } c, CleanUpClassified x) => c.Next(CleanUpStage.Classified, "Classified", x.By, null) with { Problems = x.Problems },
        ({ } c, CleanUpRemedied x) => c.Next(CleanUpStage.Remedied, "Remedied", x.By, null) with
        {
            Remedy = new(x.Remedies, x.Recovered, $"declaration/{x.Declaration}", x.Number, x.After),
        },
        ({ } c, CleanUpDone x) => c.Next(CleanUpStage.Done, "Done", x.By, null) with { Recovered = x.Recovered, Vouchers = x.Vouchers },
        ({ } c, CleanUpRechecked x) => c.Next(CleanUpStage.Done, x.Holds ? "RecheckedHolds" : "RecheckedFails", x.By, x.Findings),
        ({ } c, CleanUpDeferred x) => c.Next(c.Stage, "Deferred", x.By, x.Reason) with { Pause = CleanUpPause.Deferred },
        ({ } c, CleanUpLitigated x) => c.Next(c.Stage, "Litigated", x.By, x.Reason) with { Pause = CleanUpPause.Litigated },
        _ => now,
    };

    private CleanUpOnRegister Next(CleanUpStage stage, string kind, Signature by, Text? note) =>
        this with { Stage = stage, Pause = CleanUpPause.None, Timeline = [.. Timeline, Line(kind, by, note)], LastAct = by.At };

    private static CleanUpLine Line(string kind, Signature by, Text? note) => new(kind, Shanghai.DayOf(by.At), by.Unit, note);
}
