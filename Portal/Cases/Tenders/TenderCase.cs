using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>One tender, from its plan to the last payment. Nothing is told of an offer's price before the opening, here neither.</summary>
public static class TenderCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (TenderId.Parse(subject) is not { } id) return null;
        var tender = await r.ReadAsync(StreamKey.Of(id), TenderDecider.Law);
        var whose = TenderOnDesk.ReadersOf(id.Village, IsPublic(tender.State));
        // Who handed in an offer is nobody else's business before the opening; from then on the tender's own tables say it.
        IReadOnlyList<BidInOffice> bids = !whose.IsOwn(r.Officer) ? []
            : [.. (await BidInOffice.OfAsync(r.Session, id, r.Cancelled)).OrderBy(b => b.Offer.Lot)];
        var content = (tender.State as Tender.Known)?.File.Content;
        var deliveries = await DeliveriesAsync(r, id, content);
        var entered = await OffersAsync(r, bids);
        var heading = content?.Title is { } title ? title : new Shown(new Word("office.new-tender"));
        var stands = tender.State is Tender.None ? "office.case.none" : $"tender-state.{tender.State.GetType().Name}";
        var offers = new TenderOffers(r, id, tender, bids, deliveries.Sum(d => d.Count));
        IReadOnlyList<OfferedAct> acts = [.. offers.All().OfType<OfferedAct>()];
        return new(whose, $"tenders/{id}", heading, id.Value, stands, ColourOf(tender.State))
        {
            Facts = [.. Facts(r, tender.State, content)],
            Sheets = [.. TenderSheets.Of(r, tender.State, tender.History, bids, deliveries)],
            History = CaseReader.Together([tender.History, .. deliveries, .. entered]),
            PublicPath = tender.State is Tender.Known { File.Edition: > 0 } ? SiteMap.Tender(id) : null,
            Foreseen = tender.State is Tender.Planned { File: var file } ? Plan(r, file, acts) : null,
            Acts = acts,
        };
    }

    /// <summary>Neither do verdicts wait for the candidates nor a contract's change for its second signature.</summary>
    private static bool IsPublic(Tender state) => state is Tender.Known { File.Edition: > 0 } and not Tender.Evaluated
        && (state is not Tender.Contracted { Lots: var lots } || lots.All(l => l.Contract?.Proposed is null));

    private static Foreseen? Plan(CaseReader r, TenderFile file, IReadOnlyList<OfferedAct> acts)
    {
        if (!r.Rules.Matters.ContainsKey(file.Content.Matter)) return null;
        var section = TenderSection.Of(file.Id, file.Content, r.Rules);
        var disclosed = new TenderPlanDisclosed(1, null, null, section, section.Hash, Signers.Next(r, acts, TenderActs.SignTenderPlan));
        var row = TenderOnRegister.Evolve(null, StreamKey.Of(file.Id), disclosed)!;
        return new([row], (model, language) => SitePages.Tender(model, row, language, "/"));
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Happening>>> OffersAsync(CaseReader r, IReadOnlyList<BidInOffice> bids)
    {
        var of = new List<IReadOnlyList<Happening>>();
        foreach (var bid in bids) of.Add(await r.HistoryAsync(bid.Id));
        return of;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Happening>>> DeliveriesAsync(CaseReader r, TenderId id, TenderContent? content)
    {
        var of = new List<IReadOnlyList<Happening>>();
        foreach (var lot in content?.Lots.Where(l => l.Coal is not null) ?? [])
            of.Add(await r.HistoryAsync(StreamKey.Delivery(id, lot.Number)));
        return of;
    }

    private static string ColourOf(Tender state) => state switch
    {
        Tender.Closed or Tender.Awarded or Tender.Announced => "good",
        Tender.Failed or Tender.Cancelled => "stopped",
        _ => "waiting",
    };

    private static IEnumerable<Fact> Facts(CaseReader r, Tender state, TenderContent? c)
    {
        if (c is null) yield break;
        yield return new Fact("field.what", c.What);
        yield return new Fact("field.village", c.Village is { } village ? r.Village(village) : r.Rules.Town.Name);
        yield return new Fact("field.matter", r.Rules.Matters.GetValueOrDefault(c.Matter)?.Name ?? new Text(c.Matter));
        yield return new Fact("field.method", new Shown(new Word($"office.method.{c.Method}")));
        yield return new Fact("field.estimate", c.Estimate);
        if (c.Ceiling is { } ceiling) yield return new Fact("field.ceiling", ceiling);
        if (c.Work is { } work) yield return new Fact("field.work", work.Value);
        if (state is Tender.Announced { Notice: var notice })
            yield return new Fact("field.deadline", new Shown(notice.Deadline), notice.Place);
        if (state is Tender.CandidatesPublished { Window: var window }) yield return new Fact("office.tender.window", window.Last);
        if (state is Tender.Known { File.Edition: > 0 and var edition })
            yield return new Fact("office.edition", new Shown(new Sentence("office.edition.nth", edition)));
    }
}
