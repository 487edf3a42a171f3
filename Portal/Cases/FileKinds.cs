using Transparency.Contracts;
using Transparency.Portal.Cases.Agreements;
using Transparency.Portal.Cases.Budgets;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Cases.Rent;
using Transparency.Portal.Cases.Tenders;
using Transparency.Portal.Importing;
using Transparency.Portal.Town;

namespace Transparency.Portal.Cases;

/// <summary>The one list of kinds of file that are brought in, and of those that are taken out.</summary>
public static class FileKinds
{
    public static readonly IReadOnlyList<ImportKind> Imports =
    [
        new("villages", VillageRows.Columns, by => by.Roles.Any(r => r is Role.Administrator or Role.Town), VillageRows.EnterAsync),
        new("officers", OfficerRows.Columns, by => by.Roles.Contains(Role.Administrator), OfficerRows.EnterAsync),
        new("agreements", AgreementRows.Columns, _ => true, AgreementRows.EnterAsync),
        new("vouchers", VoucherRows.Columns, by => by.Roles.Contains(Role.Village), VoucherRows.EnterAsync),
        new("budgets", BudgetRows.Columns, by => by.Roles.Contains(Role.Village), BudgetRows.EnterAsync),
        new("bank", BankRows.Columns, by => by.Roles.Contains(Role.Bookkeeper), BankRows.EnterAsync),
        new("rent", RentRows.Columns, _ => true, RentRows.EnterAsync),
        new("tenders", TenderRows.Columns, _ => true, TenderRows.EnterAsync),
        new("bids", BidRows.Columns, _ => true, BidRows.EnterAsync),
        new("coal", CoalRows.Columns, _ => true, CoalRows.EnterAsync),
        new("declarations", DeclarationRows.Columns, _ => true, DeclarationRows.EnterAsync),
    ];

    public static readonly IReadOnlyList<ExportKind> Exports =
    [
        new("vouchers", VoucherRows.Columns, ["income", "expense"], VoucherCells.OfAsync),
        new("bank", BankRows.Columns, ["income", "expense", "balance"], BankCells.OfAsync),
    ];

    public static ImportKind? Import(string name) => Imports.FirstOrDefault(kind => kind.Name == name);

    public static ExportKind? Export(string name) => Exports.FirstOrDefault(kind => kind.Name == name);
}
