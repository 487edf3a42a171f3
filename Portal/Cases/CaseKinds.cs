using Transparency.Portal.Cases.Budgets;
using Transparency.Portal.Cases.CleanUp;
using Transparency.Portal.Cases.Deliberations;
using Transparency.Portal.Cases.Inspections;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Cases.Rent;
using Transparency.Portal.Cases.Reports;
using Transparency.Portal.Cases.Tenders;

namespace Transparency.Portal.Cases;

/// <summary>A kind of case with one page per case.</summary>
/// <param name="Pattern">of its address under <c>/office</c>; its values, joined by slashes, are the subject of every act</param>
/// <param name="List">where its cases are listed: address and code of the words</param>
/// <param name="ReadAsync">null when there is none, or when it is not this officer's to see: the two answer alike</param>
public sealed record CaseKind(string Pattern, (string Path, string Code) List, Func<CaseReader, string, Task<CaseView?>> ReadAsync);

public static class CaseKinds
{
    public static readonly IReadOnlyList<CaseKind> All =
    [
        new("/deliberations/{id}", ("/office/deliberations", "office.deliberations"), DeliberationCase.ReadAsync),
        new("/tenders/{id}", ("/office/tenders", "office.tenders"), TenderCase.ReadAsync),
        new("/statements/{village}/{month}", ("/office/money", "office.money"), MonthCase.ReadAsync),
        new("/budgets/{village}/{year}", ("/office/money", "office.money"), BudgetCase.ReadAsync),
        new("/rent/{agreement}/{year}", ("/office/agreements", "office.agreements"), RentCase.ReadAsync),
        new("/reports/{obligation}/{village}/{period}", ("/office/reports", "office.reports"), ReportCase.ReadAsync),
        new("/inspections/{id}", ("/office/inspections", "office.inspections"), InspectionCase.ReadAsync),
        new("/inspections/{id}/{village}", ("/office/inspections", "office.inspections"), InspectedVillage.ReadAsync),
        new("/clean-up/{drive}", ("/office/clean-up", "office.clean-up"), DriveCase.ReadAsync),
        new("/clean-up/{drive}/{agreement}", ("/office/clean-up", "office.clean-up"), CleanUpCaseFile.ReadAsync),
    ];
}
