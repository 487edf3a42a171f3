using System.Globalization;
using Transparency.Contracts;

namespace Transparency.Portal.Store;

/// <summary>The key of each stream: its kind, a slash, its id.</summary>
public static class StreamKey
{
    public const string Town = "town";

    public static string Of(DeclarationId id) => $"declaration/{id.Value}";

    public static string Of(AgreementId id) => $"agreement/{id.Value}";

    public static string Of(TenderId id) => $"tender/{id.Value}";

    public static string Of(TenderId tender, BidId id) => $"bid/{tender.Value}/{id.Value}";

    /// <summary>What arrived for one lot.</summary>
    public static string Delivery(TenderId tender, int lot) => string.Create(CultureInfo.InvariantCulture, $"delivery/{tender.Value}/{lot}");

    public static string Of(ObjectionId id) => $"objection/{id.Value}";

    public static string Of(OfficerId id) => $"officer/{id.Value}";

    public static string Numbers(int year) => string.Create(CultureInfo.InvariantCulture, $"numbers/{year:0000}");

    /// <summary><c>declaration</c> of <c>declaration/7f3k</c>.</summary>
    public static string KindOf(string key) => key.Split('/', 2)[0];

    public static string IdOf(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
