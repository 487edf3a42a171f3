using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Tenders;

/// <summary>One offer with what became of it, as far as it was public when an edition was made.</summary>
/// <param name="PerGigajoule">yuan, for coal</param>
public sealed record BidLine(OpenedBid Bid, int? Rank, RejectCode? Rejected, Text? Reason, bool Wins, decimal? PerGigajoule)
{
    /// <summary>中标 · 第 2 名 · 否决：超过最高限价.</summary>
    public Phrase Result(Language language)
    {
        var outcome = Rejected is { } code ? Phrase.Say(language, "tender.rejected", new Word($"tender.reject.{code}"))
            : Rank is { } rank ? Phrase.Say(language, "tender.rank", rank)
            : Phrase.Say(language, "tender.no-rank");
        return Wins ? Phrase.Join(" · ", [Phrase.Say(language, "tender.wins"), outcome]) : outcome;
    }

    /// <summary>What bidders offer beside the price: quality of coal, a note.</summary>
    public Phrase? Aside(Language language) =>
        Bid.Quality is { } q ? Phrase.Say(
            language, "coal.quality", Figure(q.Sulphur), Figure(q.Ash), Figure(q.Volatile), Figure(q.Moisture), q.Size, q.Origin)
        : Bid.Note.IsEmpty ? null
        : Phrase.Of(language, Bid.Note);

    public static string Figure(decimal figure) => figure.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}

public static class TenderBids
{
    /// <summary>The offers of one lot: by rank where ranks are public, else by price (coal by heat); the rejected last.</summary>
    public static IReadOnlyList<BidLine> Of(TenderOnRegister t, TenderEdition edition, int lot)
    {
        if (t.Opening is null || !t.Had(edition, TenderEditionKind.Opening)) return [];
        var (verdicts, awards) = (t.ShowsVerdicts(edition) ? t.Verdicts : [], t.Had(edition, TenderEditionKind.Award) ? t.Awards : []);
        return
        [
            .. from bid in t.Opening.Bids
               where bid.Lot == lot
               let verdict = verdicts.FirstOrDefault(v => v.Bid == bid.Id)
               let heat = bid.Quality is { } q ? CoalPrice.PerGigajoule(bid.Price, q.Calorific) : (decimal?)null
               orderby verdict?.Rejected is not null, verdict?.Rank ?? int.MaxValue, heat ?? bid.Price.Amount, bid.Id.Value
               select new BidLine(bid, verdict?.Rank, verdict?.Rejected, verdict?.Reason, awards.Any(a => a.Winner == bid.Id), heat),
        ];
    }

    /// <summary>Who won, each once, in the order of the lots.</summary>
    public static IReadOnlyList<PublicName> Winners(TenderOnRegister t) =>
        [.. t.Awards.Select(a => t.Opening!.Bids.First(b => b.Id == a.Winner).Bidder).DistinctBy(n => n.Zh)];
}
