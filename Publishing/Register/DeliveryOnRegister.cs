using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Coal;

namespace Transparency.Publishing.Register;

/// <summary>What arrived for one lot of coal, in the order of the records.</summary>
public sealed record DeliveryOnRegister(
    string Id, TenderId Tender, int Lot, IReadOnlyList<PublicDelivery> Deliveries, DateTimeOffset LastAct) : IPublicRow
{
    public string PublicKey => string.Create(CultureInfo.InvariantCulture, $"{Tender}/{Lot:00}");

    public int Acts => Deliveries.Count;

    public CaseEntry? Entry => null;

    public IEnumerable<string> OwnSlices() => [Slices.Tender(Tender)];

    public static DeliveryOnRegister? Evolve(DeliveryOnRegister? now, string id, object e) => e is not CoalDelivered x ? now
        : now is null ? new(id, x.Tender, x.Lot, [Of(x)], x.By.At)
        : now with { Deliveries = [.. now.Deliveries, Of(x)], LastAct = x.By.At };

    private static PublicDelivery Of(CoalDelivered x) => new(x.On, x.Tonnes, x.Measured, x.Accepted, x.Note, x.By.Unit);
}

/// <param name="Measured">net calorific value of the sample, MJ/kg</param>
public sealed record PublicDelivery(DateOnly On, decimal Tonnes, decimal Measured, bool Accepted, Text Note, Text Unit);
