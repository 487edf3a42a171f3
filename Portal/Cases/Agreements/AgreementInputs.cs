using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>An agreement's content as the inputs of its form. The other side's full name comes from the private document.</summary>
public static class AgreementInputs
{
    public static async Task<Dictionary<string, string>> FillAsync(IQuerySession session, AgreementContent c, CancellationToken ct)
    {
        var person = c.With.Person is { } id ? await session.LoadAsync<Person>(id.Value, ct) : null;
        return new()
        {
            ["title"] = c.Title.Zh, ["title_en"] = c.Title.En ?? "", ["kind"] = Letter(c.Kind), ["village"] = c.Village.Value,
            ["with_kind"] = PartyName(c.With.Kind), ["with"] = person?.Name ?? c.With.Name.Zh, ["with_en"] = c.With.Name.En ?? "",
            ["with_id_number"] = person?.IdNumber ?? "", ["with_phone"] = person?.Phone ?? "", ["with_account"] = person?.BankAccount ?? "", ["with_address"] = person?.Address ?? "",
            ["asset"] = c.Asset.Zh, ["asset_en"] = c.Asset.En ?? "", ["area"] = c.Area?.ToString() ?? "", ["start"] = Iso(c.Start), ["end"] = Iso(c.End),
            ["total"] = c.Total.ToString(), ["yearly"] = c.Yearly?.ToString() ?? "",
            ["due"] = c.Due.Zh, ["due_en"] = c.Due.En ?? "", ["purpose"] = c.Purpose.Zh, ["purpose_en"] = c.Purpose.En ?? "",
            ["tender"] = c.Tender?.Value ?? "", ["work"] = c.Work?.Value ?? "",
        };
    }

    public static string Letter(AgreementKind kind) => "WGSL"[(int)kind].ToString();

    public static string PartyName(PartyKind kind) => kind switch
    {
        PartyKind.SoleTrader => "sole-trader",
        PartyKind.Person => "person",
        PartyKind.Household => "household",
        _ => "organisation",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
