using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>One agreement as the office keeps it.</summary>
public static class AgreementCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (AgreementId.Parse(subject) is not { } id) return null;
        var told = await r.ReadAsync(StreamKey.Of(id), AgreementDecider.Law);
        var content = (told.State as Agreement.Registered)?.Content;
        var acts = await AgreementActs.OfferedAsync(r, id, told);
        var disclosed = told.History.Select(h => h.Event).OfType<AgreementDisclosed>().LastOrDefault();
        var (state, colour) = content is null ? ("office.case.none", "waiting") : Standing(Content(told.History), disclosed);
        return new(
            AgreementOnDesk.ReadersOf(id.Village, IsPublic(told, disclosed)), $"agreements/{id}",
            content?.Title ?? new Shown(new Word("office.new-agreement")), id.Value, state, colour)
        {
            // What the form shows is not said twice.
            Facts = [.. Facts(r, id), .. Reported(told.State), .. content is null || acts.Count > 0 ? [] : Content(r, content)],
            Note = disclosed is null
                ? new Sentence("office.agreement.private")
                : new Sentence("office.agreement.shown", disclosed.Number),
            Sections = content is { Kind: AgreementKind.Lease }
                ? [Section.Of<RentYear>("rent", "office.agreement.rent", ("Agreement", id)) with { InPublic = true }]
                : [],
            PublicPath = disclosed is null ? null : SiteMap.Agreement(id),
            History = told.History,
            Acts = [.. acts, .. AgreementActs.Held(r, told)],
        };
    }

    /// <summary>Neither is the working copy ahead of what was disclosed, nor does a report wait to be confirmed.</summary>
    private static bool IsPublic(Told<Agreement> told, AgreementDisclosed? disclosed) =>
        disclosed is not null && Content(told.History) is AgreementDisclosed && told.State is Agreement.Registered { Reported: null };

    /// <summary>What last spoke of its content; payments leave that as it is.</summary>
    private static ISigned Content(IReadOnlyList<Happening> history) =>
        history.Select(h => h.Event).Last(e => e is AgreementRegistered or AgreementChanged or AgreementDisclosed);

    private static (string State, string Colour) Standing(ISigned last, AgreementDisclosed? disclosed) =>
        disclosed is null ? ("office.agreements.kept", "waiting")
        : last is AgreementChanged ? ("office.agreements.changed", "waiting")
        : ("office.agreements.public", "good");

    private static IEnumerable<Fact> Facts(CaseReader r, AgreementId id)
    {
        yield return new Fact("field.kind", new Shown(new Word($"agreement.kind.{AgreementActs.KindOf(id)}")));
        yield return new Fact("field.village", r.Village(id.Village));
    }

    /// <summary>What waits to be confirmed.</summary>
    private static IEnumerable<Fact> Reported(Agreement state)
    {
        if (state is not Agreement.Registered { Reported: (var holding, _) }) yield break;
        yield return new Fact("field.holding", new Shown(new Word($"holding.{holding.State}")));
        yield return new Fact("field.date", holding.On);
        yield return new Fact("field.reason", holding.Reason);
    }

    private static IEnumerable<Fact> Content(CaseReader r, AgreementContent c)
    {
        yield return new Fact("field.asset", c.Asset);
        if (c.Area is { } area) yield return new Fact("field.area", Wording.Area(r.Here.Language, area));
        yield return new Fact("field.with", new Text(c.With.Name.Zh, c.With.Name.En));
        yield return new Fact("field.start", c.Start);
        yield return new Fact("field.end", c.End);
        yield return new Fact("field.total", c.Total);
        if (c.Yearly is { } yearly) yield return new Fact("field.yearly", yearly);
        yield return new Fact("field.due", c.Due);
        yield return new Fact("field.purpose", c.Purpose);
        if (c.Tender is { } tender) yield return new Fact("field.tender", new Shown(tender.Value, $"/office/tenders/{tender}"));
        if (c.Work is { } work) yield return new Fact("field.work", work.Value);
        if (c.Land is { } land) yield return new Fact("field.land", new Shown(new Word($"land.{land}")));
        if (c.Found) yield return new Fact("field.existing", new Shown(new Word("agreement.found")));
    }
}
