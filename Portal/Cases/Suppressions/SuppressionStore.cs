using System.Globalization;
using Transparency.Contracts.Suppressions;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Suppressions;

/// <summary>Suppressions with their numbers.</summary>
internal static class SuppressionStore
{
    public static readonly StreamKind Suppression = StreamKind.Of("suppression", SuppressionDecider.Law, new Dictionary<Type, string>
    {
        [typeof(SuppressionProposed)] = "suppression-proposed",
        [typeof(SuppressionDeclined)] = "suppression-declined",
        [typeof(SuppressionConfirmed)] = "suppression-confirmed",
    })
        .With<SuppressionOnDesk>(1, SuppressionOnDesk.Next);

    public static readonly StreamKind Numbers = new("numbers/suppression", new Dictionary<Type, string>
    {
        [typeof(SuppressionNumberTaken)] = "suppression-number-taken",
        [typeof(SuppressionNumberLost)] = "suppression-number-lost",
    });

    public static readonly NumberSeries Series =
        new("suppressions", NumbersOf, (ordinal, at) => new SuppressionNumberLost(ordinal, at));

    public static string KeyOf(SuppressionId id) => $"suppression/{id.Value}";

    public static string NumbersOf(int year) => string.Create(CultureInfo.InvariantCulture, $"numbers/suppression/{year:0000}");

    public static NumberCheck NumberCheck() => new(
        e => e.Data is SuppressionNumberTaken x ? new(e.Stream, x.Ordinal, KeyOf(x.Suppression)) : null,
        e => e.Data is SuppressionConfirmed { Number: var number }
            ? new(NumbersOf(number.Year), number.Ordinal, e.Stream) : null);
}
