using System.Globalization;
using Transparency.Contracts;
using Transparency.Publishing.OpenData;

namespace Transparency.Bench.Money;

/// <summary>Invented payments as the two files that the importer takes.</summary>
/// <param name="VoucherRows">payments in <paramref name="Vouchers"/></param>
/// <param name="BankRows">lines in <paramref name="Bank"/></param>
internal sealed record MoneyFiles(string Vouchers, int VoucherRows, string Bank, int BankRows)
{
    private static readonly DataColumn<Paper>[] VoucherColumns =
    [
        Column<Paper>("village", p => p.Village.Value),
        Column<Paper>("date", p => Iso(p.On)),
        Column<Paper>("voucher", p => p.Number),
        Column<Paper>("summary", p => p.Summary.Zh),
        Column<Paper>("summary_en", p => p.Summary.En),
        Column<Paper>("income", p => Sum(p.In)),
        Column<Paper>("expense", p => Sum(p.Out)),
        Column<Paper>("item", p => p.Item),
        Column<Paper>("payee_kind", p => p.PayeeKind),
        Column<Paper>("payee", p => p.Payee.Zh),
        Column<Paper>("payee_en", p => p.Payee.En),
        Column<Paper>("approvers", p => p.Out == Yuan.Zero ? null : "party-secretary village-head finance-group-head"),
        // An invented village has decided nothing.
        Column<Paper>("no_case", p => p.Out == Yuan.Zero ? null : "样本数据，没有决策"),
    ];

    private static readonly DataColumn<BankTold>[] BankColumns =
    [
        Column<BankTold>("account", t => t.Of.Village.Value),
        Column<BankTold>("date", t => Iso(t.On)),
        Column<BankTold>("reference", t => t.Of.Number),
        Column<BankTold>("summary", t => t.Of.Summary.Zh),
        Column<BankTold>("income", t => Sum(t.Of.In)),
        Column<BankTold>("expense", t => Sum(t.Of.Out)),
        Column<BankTold>("balance", t => t.Balance.ToString()),
    ];

    /// <summary>For these months of all villages, month by month.</summary>
    /// <param name="count">vouchers of each village in each month</param>
    public static MoneyFiles Write(string folder, IReadOnlyList<InventedMoney> villages, IEnumerable<Month> months, int count)
    {
        Directory.CreateDirectory(folder);
        var made = months.SelectMany(month => villages.Select(village => village.Next(month, count))).ToList();
        var (vouchers, bank) = (Path.Combine(folder, "vouchers.csv"), Path.Combine(folder, "bank.csv"));
        var files = new MoneyFiles(vouchers, made.Sum(m => m.Vouchers.Count), bank, made.Sum(m => m.Bank.Count));
        File.WriteAllBytes(files.Vouchers, CsvFile.Strict(VoucherColumns, made.SelectMany(m => m.Vouchers)));
        File.WriteAllBytes(files.Bank, CsvFile.Strict(BankColumns, made.SelectMany(m => m.Bank)));
        return files;
    }

    private static DataColumn<T> Column<T>(string name, Func<T, string?> cell) => new(name, new(name), "string", cell);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Sum(Yuan amount) => amount == Yuan.Zero ? null : amount.ToString();
}
