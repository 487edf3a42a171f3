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

public static class CaseKinds
{
    public static readonly IReadOnlyList<CaseRoom> All =
    [
        new("/deliberations/{id}", ("/office/deliberations", "office.deliberations"), DeliberationCase.ReadAsync),
        new("/tenders/{id}", ("/office/tenders", "office.tenders"), TenderCase.ReadAsync, TenderActs.All),
        new("/statements/{village}/{month}", ("/office/money", "office.money"), MonthCase.ReadAsync),
        new("/budgets/{village}/{year}", ("/office/money", "office.money"), BudgetCase.ReadAsync),
        new("/rent/{agreement}/{year}", ("/office/agreements", "office.agreements"), RentCase.ReadAsync, RentActs.All),
        new("/reports/{obligation}/{village}/{period}", ("/office/reports", "office.reports"), ReportCase.ReadAsync),
        new("/inspections/{id}", ("/office/inspections", "office.inspections"), InspectionCase.ReadAsync),
        new("/inspections/{id}/{village}", ("/office/inspections", "office.inspections"), InspectedVillage.ReadAsync),
        new("/clean-up/{drive}", ("/office/clean-up", "office.clean-up"), DriveCase.ReadAsync),
        new("/clean-up/{drive}/{agreement}", ("/office/clean-up", "office.clean-up"), CleanUpCaseFile.ReadAsync),
    ];
}
