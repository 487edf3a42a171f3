using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure.Reports;

namespace Transparency.Portal.Store;

/// <summary>The key of each stream: its kind, a slash, its id.</summary>
public static class StreamKey
{
    public const string Town = "town";

    public static string Of(DeclarationId id) => $"declaration/{id.Value}";

    public static string Of(AgreementId id) => $"agreement/{id.Value}";

    public static string Of(DeliberationId id) => $"deliberation/{id.Value}";

    public static string Of(TenderId id) => $"tender/{id.Value}";

    public static string Of(TenderId tender, BidId id) => $"bid/{tender.Value}/{id.Value}";

    /// <summary>What arrived for one lot.</summary>
    public static string Delivery(TenderId tender, int lot) =>
        string.Create(CultureInfo.InvariantCulture, $"delivery/{tender.Value}/{lot}");

    /// <summary>The checks of one window.</summary>
    public static string Publicity(DeclarationId id, int round) => Publishing.Register.PublicityOnRegister.KeyOf(Of(id), round);

    public static string Of(ObjectionId id) => $"objection/{id.Value}";

    public static string Of(OfficerId id) => $"officer/{id.Value}";

    /// <summary>What one officer was shown on record in one local month.</summary>
    public static string Reading(OfficerId officer, Month month) => $"reading/{officer.Value}/{month}";

    public static string Book(VillageMonth of) => $"book/{of}";

    public static string Trust(Month month) => $"trust/{month}";

    /// <param name="of">the account bears its village's code</param>
    public static string Bank(VillageMonth of) => $"bank/{of}";

    public static string Statement(VillageMonth of) => $"statement/{of}";

    /// <summary>What the town paid in one month.</summary>
    public static string Treasury(Month month) => $"treasury/{month}";

    public static string Budget(VillageCode village, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"budget/{village}/{year:0000}");

    /// <summary>The rent of one agreement that is due in one year.</summary>
    public static string Rent(AgreementId id, int year) => string.Create(CultureInfo.InvariantCulture, $"rent/{id.Value}/{year:0000}");

    public static string Of(DriveId id) => $"drive/{id.Value}";

    /// <summary>One agreement in a clean-up drive.</summary>
    public static string Case(DriveId drive, AgreementId id) => $"case/{drive.Value}/{id.Value}";

    public static string Of(ReportKey of) => $"report/{of}";

    public static string Of(InspectionId id) => $"inspection/{id.Value}";

    public static string Numbers(int year) => string.Create(CultureInfo.InvariantCulture, $"numbers/{year:0000}");

    /// <summary><c>declaration</c> of <c>declaration/7f3k</c>.</summary>
    public static string KindOf(string key) => key.Split('/', 2)[0];

    public static string IdOf(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
