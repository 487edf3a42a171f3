using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Reports;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Reports;

/// <summary>What one village reports on one obligation for one period.</summary>
public static class ReportCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (ReportKey.Parse(subject) is not { } of || !r.Rules.Villages.ContainsKey(of.Village)) return null;
        if (r.Rules.Obligation(of.Obligation) is not { Evidence: Evidence.Report } obligation) return null;
        var report = await r.ReadAsync(StreamKey.Of(of), ReportDecider.Law);
        var (waiting, file) = (report.State as Report.Prepared, (report.State as Report.Known)?.File);
        // Of a returned report the draft, so that it is mended and not written once more.
        var section = report.History.Select(h => h.Event).OfType<ReportPrepared>().LastOrDefault()?.Section;
        IReadOnlyList<OfferedAct> acts = [.. ReportActs.Offered(r, of, report, section).OfType<OfferedAct>()];
        return new(
            ReportOnDesk.ReadersOf(of.Village, report.State is Report.Disclosed), $"reports/{of}", obligation.Name,
            $"{r.Village(of.Village).Value as Text} · {PeriodWording.Of(r.Here.Language, of.Period)}",
            report.State is Report.None ? "office.case.none" : $"report-state.{report.State.GetType().Name}", ColourOf(report.State))
        {
            Facts = [.. Facts(r, obligation, of, file)],
            Sheets = section is null ? [] : [SheetOf(section, waiting is not null)],
            History = report.History,
            Acts = acts,
            Under = hash =>
                report.History.Select(h => h.Event).OfType<ReportPrepared>().FirstOrDefault(p => p.Hash.Value == hash) is { } seen
                    ? [SheetOf(seen.Section, true)]
                    : null,
            PublicPath = file is { Edition: > 0 } ? SiteMap.Report(of) : null,
            Foreseen = waiting is null ? null : await ForeseenAsync(r, waiting, acts),
            Note = report.State is Report.Returned { Reason: var reason } ? new Pages.Sentence("office.returned", reason) : null,
        };
    }

    private static async Task<Foreseen?> ForeseenAsync(CaseReader r, Report.Prepared s, IReadOnlyList<OfferedAct> acts)
    {
        var signed = new ReportDisclosed(
            s.File.Edition + 1, s.Section, s.Section.Hash, Signers.Act(s.By), Signers.Next(r, acts, ReportActs.SignReport));
        var row = ReportOnRegister.Evolve(
            await r.Session.LoadAsync<ReportOnRegister>(StreamKey.Of(s.File.Of), r.Cancelled), StreamKey.Of(s.File.Of), signed)!;
        return new([row], (model, language) => SitePages.Report(model, row, language, "/"));
    }

    private static string ColourOf(Report state) =>
        state switch { Report.Disclosed => "good", Report.Returned => "stopped", _ => "waiting" };

    private static IEnumerable<Fact> Facts(CaseReader r, Obligation obligation, ReportKey of, ReportFile? file)
    {
        yield return new Fact("office.report.what", obligation.What);
        yield return new Fact("office.report.body", obligation.Body);
        if (r.Rules.Count(obligation.DueRule, of.Period.Last, of.Village) is Result<Contracts.Deadlines.Deadline>.Of(var due))
            yield return new Fact("office.report.due", due.Last);
        yield return new Fact("office.report.law", obligation.Law);
        if (file is { Edition: > 0 })
            yield return new Fact("office.edition", new Shown(new Pages.Sentence("office.edition.nth", file.Edition)));
        if (file?.Board is { } board) yield return new Fact("office.report.board", new Shown(board.TakenDown is { } down
            ? new Pages.Sentence("office.report.board-taken-down", board.Stands.Trigger, down)
            : new Pages.Sentence("office.report.board-hangs", board.Stands.Trigger, board.Stands.Last)));
    }

    private static Pages.Sheet SheetOf(ReportSection s, bool signed) => new Pages.Sheet("office.report.text", ["office.report.text"],
        [
            [s.Nothing ? new Shown(new Word("office.report.nothing")) : s.Words],
            .. s.Note is { } note ? new IReadOnlyList<Shown>[] { [note] } : [],
        ], signed);
}
