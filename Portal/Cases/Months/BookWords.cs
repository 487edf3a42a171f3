using System.Collections.Frozen;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Months;

/// <summary>Which money a row of a voucher moves.</summary>
public enum MoneyMoved
{
    Escrow,
    Cash,

    /// <summary>None: something came to be owed.</summary>
    None,
}

/// <summary>The names that people use for accounts, approvers and kinds of money in forms and files.</summary>
public static class BookWords
{
    public static readonly FrozenDictionary<string, MoneyMoved> Money = Named<MoneyMoved>("money");

    public static readonly FrozenDictionary<string, Approver> Approvers = Named<Approver>("approver");

    /// <summary>An account by its code or its name in either language; null where the chart has none.</summary>
    public static AccountCode? Account(ChartOfAccounts chart, string text) =>
        chart.Rows.FirstOrDefault(a => a.Code.Value == text || a.Name.Zh == text || string.Equals(a.Name.En, text, StringComparison.OrdinalIgnoreCase))?.Code;

    /// <summary>党支部书记、村委会主任, or party-secretary, village-head; null where one of them is unknown.</summary>
    public static IReadOnlyList<Approver>? ApproversOf(string text)
    {
        var found = new List<Approver>();
        foreach (var part in text.Split(['、', ',', '，', ';', '；', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Approvers.TryGetValue(part, out var approver)) return null;
            found.Add(approver);
        }
        return found;
    }

    private static FrozenDictionary<string, T> Named<T>(string family) where T : struct, Enum => Enum.GetValues<T>()
        .SelectMany(value => new[] { (Catalogue.Say(Language.Zh, $"{family}.{value}"), value), (Fields.NameOf(value), value) })
        .ToFrozenDictionary(x => x.Item1, x => x.value, StringComparer.Ordinal);
}
