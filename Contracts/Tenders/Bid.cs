using Transparency.Contracts.Coal;

namespace Transparency.Contracts.Tenders;

/// <summary>
/// One offer, on the stream <c>bid/{tender}/{id}</c>; entered when the time for offers is over and public with the opening.
/// </summary>
/// <param name="CreditCode">统一社会信用代码 of an organisation or a trader, or null</param>
/// <param name="Price">yuan; by the tonne, delivered, in a lot of coal</param>
/// <param name="Quality">in a lot of coal, else null</param>
/// <param name="Received">when it was handed in, UTC</param>
public sealed record BidEntered(
    TenderId Tender, BidId Id, int Lot, Party Bidder, string? CreditCode, Yuan Price,
    CoalQuality? Quality, DateTimeOffset Received, Text Note, Signature By) : ISigned
{
    public Text? Said => Note;

    public OpenedBid Public => new(Id, Lot, Bidder.Kind, Bidder.Name, CreditCode, Price, Quality, Received, Note);
}

public abstract record Bid
{
    public sealed record None : Bid;

    public sealed record Entered(BidEntered Offer) : Bid;
}

/// <param name="State">the tender as it stands</param>
public sealed record EnterOffer(
    Tender State, BidId Id, int Lot, Party Bidder, string? CreditCode, Yuan Price, CoalQuality? Quality,
    DateTimeOffset Received, Text Note, Officer By, DateTimeOffset At);

public static class BidDecider
{
    public static readonly Decider<Bid, EnterOffer, BidEntered> Law = new(new Bid.None(), Decide, (_, e) => new Bid.Entered(e))
    {
        Concerns = (_, c) => new(c.By, [c.Bidder]),
    };

    private static Decision<BidEntered> Decide(RuleBook rules, Bid state, EnterOffer c) => (state, c.State) switch
    {
        (_, Tender.Known t) when TenderGuards.MayRun(rules, t.File.Content, c.By) is { } no => no,
        (Bid.None, Tender.Announced t) when c.At < t.Notice.Deadline => Refusal.Wait("bid.before-deadline"),
        (Bid.None, Tender.Announced t) => Enter(t, c),
        (Bid.None, Tender.None) => Refusal.NotNow("tender.unknown"),
        (Bid.None, _) => Refusal.NotNow("bid.not-open"),
        _ => Refusal.Twice("bid.known-already").At("bidder"),
    };

    private static Decision<BidEntered> Enter(Tender.Announced t, EnterOffer c) =>
        t.File.Lot(c.Lot) is not { } lot ? Refusal.NotNow("tender.lot-unknown", c.Lot).At("lot")
        : c.Received > t.Notice.Deadline ? Refusal.Mend("received", "bid.late")
        : c.Received < t.Since ? Refusal.Mend("received", "bid.too-early")
        : c.Price <= Yuan.Zero ? Refusal.Mend("price", "bid.price")
        : c.Bidder.Name.Zh.Length == 0 || !new Text(c.Bidder.Name.Zh, c.Bidder.Name.En).IsClean ? Refusal.Mend("bidder", "text.unclean")
        : !c.Note.IsClean ? Refusal.Mend("note", "text.unclean")
        : c.CreditCode is { } code
            && (c.Bidder.Kind is PartyKind.Person or PartyKind.Household || code.Length != 18 || !code.All(IsOfCreditCode))
            ? Refusal.Mend("credit_code", "bid.credit-code")
        : lot.Coal is null && c.Quality is not null ? Refusal.Mend("calorific", "bid.quality-needless", c.Lot)
        : lot.Coal is not null && c.Quality is not { IsPossible: true } ? Refusal.Mend("calorific", "bid.quality-missing", c.Lot)
        : new BidEntered(t.File.Id, c.Id, c.Lot, c.Bidder, c.CreditCode, c.Price, c.Quality, c.Received, c.Note, c.By.Sign(c.At));

    private static bool IsOfCreditCode(char x) => char.IsAsciiDigit(x) || char.IsAsciiLetterUpper(x);
}
