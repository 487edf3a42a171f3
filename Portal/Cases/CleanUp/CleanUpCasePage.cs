using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>One agreement on its way through a drive.</summary>
public static class CleanUpCasePage
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (CleanUpKey.Parse(subject) is not { } key) return null;
        var agreement = await Entry.LoadAsync(r.Session, StreamKey.Of(key.Agreement), AgreementDecider.Law, r.Cancelled);
        if (agreement.State is not Agreement.Registered { Content: var content }) return null;
        var drive = await Entry.LoadAsync(r.Session, StreamKey.Of(key.Drive), DriveDecider.Law, r.Cancelled);
        var file = await r.ReadAsync(key.Stream, CleanUpDecider.Law);
        var disclosed = await r.Session.LoadAsync<AgreementOnRegister>(StreamKey.Of(key.Agreement), r.Cancelled);
        // Every act on it is public; before the first one it shows the agreement's working copy.
        var others = file.History.Count > 0 ? Others.OfMoney : Others.Nobody;
        return new(
            new(Readers.OfMoney, key.Agreement.Village, others), $"clean-up/{subject}", content.Title, $"{key.Drive} · {key.Agreement}",
            file.State is CleanUpCase.None ? "office.case.none" : $"cleanup-state.{file.State.GetType().Name}",
            file.State is CleanUpCase.Done or CleanUpCase.Rechecked or CleanUpCase.InOrder ? "good" : "waiting")
        {
            Facts =
            [
                new Fact("office.agreement.number", new Shown(key.Agreement.Value, $"/office/agreements/{key.Agreement}")),
                new Fact("office.clean-up", new Shown(key.Drive.Value, $"/office/clean-up/{key.Drive}")),
                .. Found(file.History),
            ],
            Sheets = [.. Terms(r, file.History, content)],
            History = file.History,
            Acts = [.. (await CleanUpActs.OfferedAsync(r, key, drive.State, agreement.State, file, disclosed)).OfType<OfferedAct>()],
        };
    }

    private static IEnumerable<Fact> Found(IReadOnlyList<Happening> history)
    {
        foreach (var e in history.Select(h => h.Event))
        {
            if (e is CleanUpClassified { Problems.Count: > 0 } x)
                yield return new Fact("field.problems",
                    new Shown(new Sentence("office.words", new Words([.. x.Problems.Select(p => $"problem.{p}")]))));
            if (e is CleanUpRemedied y)
                yield return new Fact("field.remedies",
                    new Shown(new Sentence("office.words", new Words([.. y.Remedies.Select(p => $"remedy.{p}")]))),
                    new Shown(y.Number, $"/office/declarations/{y.Declaration}"));
            if (e is CleanUpRemedied { Recovered.Fen: > 0 } z) yield return new Fact("field.recovered", z.Recovered);
            if (e is CleanUpDone { Recovered.Fen: > 0 } d) yield return new Fact("office.case.recovered", d.Recovered);
        }
    }

    /// <summary>As it was found, as approved, and the working copy where nothing was listed yet.</summary>
    private static IEnumerable<Sheet> Terms(CaseReader r, IReadOnlyList<Happening> history, AgreementContent now)
    {
        string[] heads = ["office.case.when", "field.with", "field.area", "field.yearly", "field.start", "field.end"];
        IReadOnlyList<Shown> Row(string when, Text with, Mu? area, Yuan? yearly, DateOnly start, DateOnly end) =>
        [
            new Shown(new Word(when)), with,
            area is { } mu ? Publishing.Texts.Wording.Area(r.Here.Language, mu) : null,
            new Shown(yearly), start, end,
        ];
        var rows = history.Select(h => h.Event).SelectMany(e => e switch
        {
            CleanUpListed { Before: var x } => [Row("office.case.before", new(x.With.Zh, x.With.En), x.Area, x.Yearly, x.Start, x.End)],
            CleanUpRemedied { After: var x } => [Row("office.case.after", new(x.With.Zh, x.With.En), x.Area, x.Yearly, x.Start, x.End)],
            _ => Array.Empty<IReadOnlyList<Shown>>(),
        }).ToList();
        if (rows.Count == 0)
            rows.Add(Row("office.case.now", new(now.With.Name.Zh, now.With.Name.En), now.Area, now.Yearly, now.Start, now.End));
        yield return new Sheet("office.case.terms", heads, rows);
    }
}
