using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Components.Tenders;

/// <summary>All texts typed by people that a tender's page shows, to tell whether one of them wants a translation.</summary>
internal static class TenderTexts
{
    public static IEnumerable<Text> Of(TenderOnRegister t) =>
    [
        .. Of(t.Section),
        .. t.Editions.Select(e => e.Note).OfType<Text>(),
        .. t.Editions.Select(e => e.Notice).OfType<TenderNotice>().SelectMany(n => new[] { n.Place, n.Channels, n.Rules }),
        .. t.Opening?.Bids.SelectMany(b => new[] { new Text(b.Bidder.Zh, b.Bidder.En), b.Note }) ?? [],
        .. t.Verdicts.Select(v => v.Reason), .. t.Answers.SelectMany(a => new[] { a.Question, a.Answer }),
        .. t.Contracts.SelectMany(c => c.Changes.Select(x => x.Reason)), .. t.Contracts.Select(c => c.Result).OfType<Text>(),
        .. t.Contracts.SelectMany(c => c.Parts.Select(p => p.Result)),
    ];

    public static IEnumerable<Text> Of(TenderSection s) =>
        [s.Title, s.What, s.Ask, .. s.Lots.SelectMany(l => new[] { l.Title, l.Quantity })];
}
