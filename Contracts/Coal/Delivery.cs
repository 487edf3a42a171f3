using Transparency.Contracts.Tenders;

namespace Transparency.Contracts.Coal;

/// <summary>What arrived for one lot, on the stream <c>delivery/{tender}/{lot}</c>; public by the act.</summary>
/// <param name="Tonnes">weighed on arrival</param>
/// <param name="Measured">net calorific value of the sample, MJ/kg</param>
/// <param name="Accepted">false when it was sent back</param>
public sealed record CoalDelivered(
    TenderId Tender, int Lot, DateOnly On, decimal Tonnes, decimal Measured, bool Accepted, Text Note, Signature By) : ISigned
{
    public Text? Said => Note;
}

/// <summary>The deliveries of one lot so far.</summary>
/// <param name="Count">also those that were sent back</param>
/// <param name="Accepted">tonnes by the day of their arrival</param>
public sealed record Deliveries(int Count, IReadOnlyList<(DateOnly On, decimal Tonnes)> Accepted)
{
    public static readonly Deliveries None = new(0, []);

    public decimal AcceptedUntil(DateOnly day) => Accepted.Where(a => a.On <= day).Sum(a => a.Tonnes);
}

/// <param name="State">the tender as it stands</param>
public sealed record DeliverCoal(
    Tender State, int Lot, DateOnly On, decimal Tonnes, decimal Measured, bool Accepted, Text Note, Officer By, DateTimeOffset At);

public static class DeliveryDecider
{
    public static readonly Decider<Deliveries, DeliverCoal, CoalDelivered> Law = new(Deliveries.None, Decide, Evolve);

    private static Decision<CoalDelivered> Decide(RuleBook rules, Deliveries state, DeliverCoal c) => c.State switch
    {
        _ when !c.By.Roles.Any(r => r is Role.Village or Role.Supervision or Role.Town or Role.TownReview) =>
            Refusal.NotYours("officer.may-not", new Word("role.Town")),
        Tender.Awarded tender when tender.File.Content.Lots.FirstOrDefault(l => l.Number == c.Lot) is { } lot => Deliver(tender, lot, c),
        Tender.Awarded => Refusal.NotNow("tender.lot-unknown", c.Lot).At("lot"),
        Tender.None => Refusal.NotNow("tender.unknown"),
        _ => Refusal.Wait("delivery.not-signed", c.Lot),
    };

    private static Decision<CoalDelivered> Deliver(Tender.Awarded tender, Lot lot, DeliverCoal c) =>
        lot.Coal is not { } asked ? Refusal.NotNow("delivery.not-coal", c.Lot)
        : tender.Lots.FirstOrDefault(l => l.Lot == c.Lot)?.Contract is not { } contract ? Refusal.Wait("delivery.not-signed", c.Lot)
        : contract.By == c.By.Person ? Refusal.NotYours("delivery.own-contract")
        : c.On < contract.On || c.On > Shanghai.DayOf(c.At) ? Refusal.Mend("date", "delivery.day", contract.On)
        : c.Tonnes <= 0 || c.Measured is <= 0 or > 40 ? Refusal.Mend("tonnes", "delivery.figures")
        : !c.Note.IsClean ? Refusal.Mend("note", "text.unclean")
        : c.Accepted && c.Measured < asked.MinCalorific && c.Note.IsEmpty ? Refusal.Mend("note", "delivery.below-quality")
        : new CoalDelivered(tender.File.Id, c.Lot, c.On, c.Tonnes, c.Measured, c.Accepted, c.Note, c.By.Sign(c.At));

    private static Deliveries Evolve(Deliveries state, CoalDelivered e) =>
        new(state.Count + 1, e.Accepted ? [.. state.Accepted, (e.On, e.Tonnes)] : state.Accepted);
}
