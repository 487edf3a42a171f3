using Transparency.Contracts;
using Transparency.Contracts.Suppressions;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Suppressions;

/// <summary>One suppression: what would leave, why and by which law; the town's officers see it.</summary>
public static class SuppressionCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        var told = await r.ReadAsync(SuppressionStore.KeyOf(new(subject)), SuppressionDecider.Law);
        var known = told.State as Suppression.Known;
        var (editions, files) = told.State is Suppression.Proposed p
            ? await StandsAt.ReadAsync(r.Session, p.Words.Address, r.Cancelled)
            : ([], []);
        if (told.History.Select(h => h.Event).OfType<SuppressionConfirmed>().FirstOrDefault() is { } done)
            (editions, files) = (done.Editions, done.Files);
        var number = (told.State as Suppression.Confirmed)?.Number;
        return new(
            SuppressionOnDesk.ReadersOf(told.State is Suppression.Confirmed), $"suppressions/{subject}",
            new Shown(new Word("office.suppression")), $"{number}",
            known is null ? "office.case.none" : $"suppression-state.{known.GetType().Name}", ColourOf(told.State))
        {
            Facts = known is null ? [] : [.. Facts(known.Words)],
            Sheets = known is null ? [] : [.. Sheets(editions, files)],
            History = told.History,
            Acts = [.. SuppressionActs.Offered(r, told, editions, files)],
            PublicPath = number is { } given ? SiteMap.Suppression(given) : null,
            Note = told.State is Suppression.Proposed ? new Sentence("office.suppression.note") : null,
        };
    }

    private static string ColourOf(Suppression state) =>
        state switch { Suppression.Confirmed => "good", Suppression.Declined => "stopped", _ => "waiting" };

    private static IEnumerable<Fact> Facts(SuppressionWords words)
    {
        yield return new Fact("field.address", new Shown(words.Address, $"/{words.Address}"));
        var (ground, law) = (new Word($"suppression-ground.{words.Ground}"), new Word($"suppression-law.{words.Ground}"));
        yield return new Fact("field.ground", new Shown(ground), new Shown(law));
        yield return new Fact("field.reason", words.Reason);
    }

    private static IEnumerable<Sheet> Sheets(IReadOnlyList<SuppressedEdition> editions, IReadOnlyList<SuppressedFile> files)
    {
        if (editions.Count > 0)
            yield return new(
                "suppression.editions", ["office.suppression.number", "office.suppression.edition", "suppressed.content"],
                [.. editions.Select(e => (IReadOnlyList<Shown>)[e.Number, new Shown(e.Ordinal), e.Content.Value])]);
        if (files.Count > 0)
            yield return new("suppression.files", ["suppression.files"], [.. files.Select(f => (IReadOnlyList<Shown>)[f.Name])]);
    }
}
