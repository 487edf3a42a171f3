using Transparency.Contracts.Deadlines;

namespace Transparency.Contracts.Disclosure.Reports;

/// <summary>What a report is about: <c>grants/09/2026-Q2</c>, an obligation's code, a village and a period.</summary>
public readonly record struct ReportKey(string Obligation, VillageCode Village, Period Period)
{
    /// <summary>Null unless the text has that form; whether there is such an obligation is not asked here.</summary>
    public static ReportKey? Parse(string text) =>
        text.Split('/') is [var obligation, var village, var period] && PublicId.IsSlug(obligation) && VillageCode.Parse(village) is { } v
            && Disclosure.Period.Parse(period) is { } p
            ? new(obligation, v, p) : null;

    public override string ToString() => $"{Obligation}/{Village}/{Period}";
}

/// <summary>One state of a village report's life; each holds only what is true there.</summary>
public abstract record Report
{
    public sealed record None : Report;

    public abstract record Known(ReportFile File) : Report;

    public sealed record Prepared(ReportFile File, ReportSection Section, Signature By) : Known(File);

    public sealed record Returned(ReportFile File, Text Reason) : Known(File);

    public sealed record Disclosed(ReportFile File) : Known(File);
}

/// <summary>What is carried from state to state.</summary>
/// <param name="Edition">editions so far; 0 = never public</param>
/// <param name="Public">the section of the newest edition, or null</param>
public sealed record ReportFile(ReportKey Of, int Edition, ReportSection? Public)
{
    /// <summary>Local day on which the newest edition was signed; null while there is none.</summary>
    public DateOnly? PublicOn { get; init; }

    /// <summary>Of the edition that was posted last; null when none ever was.</summary>
    public BoardPosting? Board { get; init; }
}

/// <summary>One edition on the village's notice board.</summary>
/// <param name="Stands">until when it hangs at least</param>
/// <param name="TakenDown">null while it hangs</param>
public sealed record BoardPosting(int Edition, Deadline Stands, DateOnly? TakenDown);

/// <summary>What the village officer writes.</summary>
/// <param name="Nothing">零报告: there was nothing of the kind in the period</param>
/// <param name="Words">what there was, as Markdown; empty with <paramref name="Nothing"/></param>
/// <param name="Note">from the second edition on: what has changed</param>
public sealed record ReportWords(bool Nothing, Text Words, Text? Note);

/// <summary>What an officer may ask of a report. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record ReportCommand(Officer By, DateTimeOffset At)
{
    /// <summary>Again after a return, instead of what was prepared before, or to correct what is public.</summary>
    public sealed record Prepare(ReportKey Of, ReportWords Words, Officer By, DateTimeOffset At) : ReportCommand(By, At);

    public sealed record Return(Text Reason, Officer By, DateTimeOffset At) : ReportCommand(By, At);

    /// <summary>The newest edition hangs on the village's notice board since that day.</summary>
    public sealed record Post(DateOnly On, Officer By, DateTimeOffset At) : ReportCommand(By, At);

    /// <summary>It was taken down on that day.</summary>
    public sealed record TakeDown(DateOnly On, Officer By, DateTimeOffset At) : ReportCommand(By, At);

    /// <summary>The checker signs.</summary>
    public sealed record Sign(ContentHash Seen, Officer By, DateTimeOffset At) : ReportCommand(By, At);
}
