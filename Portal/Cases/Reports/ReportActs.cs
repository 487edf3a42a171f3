using Transparency.Contracts;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using static Transparency.Contracts.Disclosure.Reports.ReportCommand;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Reports;

/// <summary>The acts on what a village reports by itself, and when its page offers them. Subject: <c>grants/09/2026-Q2</c>.</summary>
internal static class ReportActs
{
    private static readonly ActsOn<ReportKey, Report, ReportCommand, ReportEvent> OnReport =
        new(ReportKey.Parse, text => Refusal.Mend(null, "report.subject", text), StreamKey.Of, ReportDecider.Law)
        {
            Hash = (_, state) => (state as Report.Prepared)?.Section.Hash
        };

    /// <summary>填报村务公开事项, by the village; a correction says in <c>note</c> what was wrong.</summary>
    public static readonly Act PrepareReport = OnReport.Act("prepare-report", (a, of) => new Prepare(of, WordsOf(a.Fields), a.By, a.At),
        new FormField("nothing", Choice, [("no", "office.report.something"), ("yes", "office.report.nothing")]),
        FormField.Said("words", Lines) with { Optional = true, Longest = Text.Longest },
        FormField.Said("note", Lines) with { Optional = true });

    /// <summary>退回报告, by the supervision committee.</summary>
    private static readonly Act ReturnReport = OnReport.Act("return-report", (a, _) => new Return(a.Fields.Text("reason"), a.By, a.At),
        FormField.Reason) with { IsDangerous = true };

    /// <summary>村务监督委员会审核签字, pinned by the hash: public from here on.</summary>
    public static readonly Act SignReport = OnReport.Pinned("sign-report", (a, _) => new Sign(a.Fields.Hash(), a.By, a.At));

    /// <summary>张贴 on the village's notice board, recorded by the supervision committee.</summary>
    public static readonly Act PostReport = OnReport.Act("post-report", (a, _) => new Post(DayOf(a.Fields), a.By, a.At),
        new FormField("date", Day));

    /// <summary>撤下, once it has hung long enough.</summary>
    public static readonly Act TakeDownReport = OnReport.Act("take-down-report", (a, _) => new TakeDown(DayOf(a.Fields), a.By, a.At),
        new FormField("date", Day));

    public static readonly IReadOnlyList<Act> All = [PrepareReport, ReturnReport, SignReport, PostReport, TakeDownReport];

    /// <param name="section">as it was last written</param>
    public static IEnumerable<OfferedAct?> Offered(CaseReader r, ReportKey of, Told<Report> report, ReportSection? section)
    {
        OfferedAct? Ask(Act act, ReportCommand command) => Asked.Of(r.Rules, ReportDecider.Law, report.State, act, report.Version, command);
        if (section is not null) yield return Ask(SignReport, new Sign(section.Hash, r.Officer, r.Now))?.Pinning(section.Hash);
        if (Ask(PrepareReport, new Prepare(of, new(false, Asked.Sound, Asked.Sound), r.Officer, r.Now)) is { } prepare)
            yield return prepare with { Filled = Filled(section) };
        yield return Ask(ReturnReport, new Return(Asked.Sound, r.Officer, r.Now));
        yield return Ask(PostReport, new Post(r.Here.Today, r.Officer, r.Now));
        yield return Ask(TakeDownReport, new TakeDown(r.Here.Today, r.Officer, r.Now));
    }

    private static DateOnly DayOf(Fields f) => f.Required("date", "day", Fields.Day);

    private static ReportWords WordsOf(Fields f)
    {
        var (nothing, words, note) = (f.Flag("nothing"), f.Text("words"), f.Text("note"));
        return new(nothing, words, note.IsEmpty ? null : note);
    }

    private static Dictionary<string, string> Filled(ReportSection? s) => s is null ? [] : new()
    {
        ["nothing"] = s.Nothing ? "yes" : "no", ["words"] = s.Words.Zh, ["words_en"] = s.Words.En ?? "",
    };
}
