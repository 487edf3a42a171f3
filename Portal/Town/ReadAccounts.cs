using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Portal.Town;

/// <summary>
/// <c>accounts.csv</c>: the chart by which villages keep their books, one account a row, with its everyday explanation. Codes 101
/// (cash) and 102 (money in trust) must be there.
/// </summary>
public static class ReadAccounts
{
    private const string File = "accounts.csv";

    public static IReadOnlyList<Account> From(string folder, List<Refusal> faults)
    {
        var table = new CsvTable(Path.Exists(Path.Combine(folder, File)) ? folder : ReadTownFolder.Default, File, faults);
        var rows = table.Unique(table.Read("code", "kind", "zh", "en", "plain_zh", "plain_en"), "code").ToList();
        // A clerk names an account by its name, so two of one name cannot be told apart.
        foreach (var again in rows.GroupBy(r => r.Line("zh")).SelectMany(g => g.Skip(1))) again.Refuse("zh", "unique");
        foreach (var again in rows.Where(r => CodesOf(r, "formerly").Any(code => rows.Exists(o => o.Line("code") == code.Value))))
            again.Refuse("formerly", "unique");
        IReadOnlyList<Account> accounts = [.. rows.Select(AccountOf).OrderBy(a => a.Code)];
        foreach (var code in new[] { AccountCode.Cash, AccountCode.Escrow })
        {
            if (rows.Count > 0 && accounts.All(a => a.Code != code))
                faults.Add(Refusal.Mend(null, "town.account-missing", File, code.Value));
        }
        return accounts;
    }

    /// <summary>Several codes in one cell; empty where the file has no such column.</summary>
    public static IReadOnlyList<AccountCode> CodesOf(CsvTable.Row r, string column)
    {
        var codes = r.Line(column).Split([' ', '、'], StringSplitOptions.RemoveEmptyEntries);
        if (codes.Any(code => AccountCode.Parse(code) is null)) r.Refuse(column, "account-codes");
        return [.. codes.Select(AccountCode.Parse).OfType<AccountCode>()];
    }

    private static Account AccountOf(CsvTable.Row r)
    {
        var account = new Account(
            r.Value("code", "account-code", AccountCode.Parse), r.Choice<AccountKind>("kind", "account-kind"),
            r.Text("zh", "en"), r.Text("plain_zh", "plain_en")) { Formerly = CodesOf(r, "formerly") };
        if (account.Code.Value is { } && account.Code.IsMoney != (account.Kind == AccountKind.Money)) r.Refuse("kind", "account-money");
        return account;
    }
}
