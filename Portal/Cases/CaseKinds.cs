using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Agreements;
using Transparency.Portal.Cases.Budgets;
using Transparency.Portal.Cases.CleanUp;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Cases.Deliberations;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Inspections;
using Transparency.Portal.Cases.Letters;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Cases.Officers;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Cases.Rent;
using Transparency.Portal.Cases.Reports;
using Transparency.Portal.Cases.Suppressions;
using Transparency.Portal.Cases.Tenders;
using Transparency.Portal.Cases.Treasury;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases;

/// <summary>The one list of kinds of case that officers work on.</summary>
public static class CaseKinds
{
    public static readonly IReadOnlyList<CaseRoom> All =
    [
        new("/declarations/{id}", ("/office", "office.desk"), DeclarationCase.ReadAsync, DeclarationActs.All)
            {
                TasksAsync = DeclarationTasks.OfAsync, RemindersAsync = DeclarationTasks.RemindersAsync,
                NamingAsync = DeclarationOnDesk.NamingAsync,
            },
        new("/deliberations/{id}", ("/office/deliberations", "office.deliberations"), DeliberationCase.ReadAsync, DeliberationActs.All)
            { TasksAsync = DeliberationTasks.OfAsync, NamingAsync = DeliberationOnDesk.NamingAsync },
        new("/agreements/{id}", ("/office/agreements", "office.agreements"), AgreementCase.ReadAsync, AgreementActs.All),
        new("/tenders/{id}", ("/office/tenders", "office.tenders"), TenderCase.ReadAsync, TenderActs.All)
            { TasksAsync = TenderTasks.OfAsync, RemindersAsync = TenderTasks.RemindersAsync },
        new("/statements/{village}/{month}", ("/office/money", "office.money"), MonthCase.ReadAsync, MonthActs.All)
            { TasksAsync = MonthTasks.OfAsync, RemindersAsync = MonthTasks.RemindersAsync },
        new("/budgets/{village}/{year}", ("/office/money", "office.money"), BudgetCase.ReadAsync, BudgetActs.All),
        new("/rent/{agreement}/{year}", ("/office/agreements", "office.agreements"), RentCase.ReadAsync, RentActs.All)
            { TasksAsync = RentTasks.OfAsync },
        new("/reports/{obligation}/{village}/{period}", ("/office/reports", "office.reports"), ReportCase.ReadAsync, ReportActs.All)
            { TasksAsync = ReportTasks.OfAsync, RemindersAsync = ReportTasks.RemindersAsync },
        new("/inspections/{id}", ("/office/inspections", "office.inspections"), InspectionCase.ReadAsync, InspectionActs.All)
            { TasksAsync = InspectionTasks.OfAsync, RemindersAsync = InspectionTasks.RemindersAsync },
        new(
            "/inspections/{id}/{village}", ("/office/inspections", "office.inspections"),
            InspectedVillage.ReadAsync, InspectedVillageActs.All),
        new("/clean-up/{drive}", ("/office/clean-up", "office.clean-up"), DriveCase.ReadAsync, DriveActs.All)
            { TasksAsync = CleanUpTasks.OfAsync },
        new("/proposals/{id}", ("/office/proposals", "office.proposals"), ProposalCase.ReadAsync, ProposalActs.All)
            { TasksAsync = ProposalTasks.OfAsync, RemindersAsync = ProposalTasks.RemindersAsync },
        new("/treasury/{month}", ("/office/treasury", "office.treasury"), TreasuryCase.ReadAsync, TreasuryActs.All)
            { TasksAsync = TreasuryTasks.OfAsync },
        new("/suppressions/{id}", ("/office/suppressions", "office.suppressions"), SuppressionCase.ReadAsync, SuppressionActs.All)
            { TasksAsync = SuppressionTasks.OfAsync },
        new("/officers/{id}", ("/office/officers", "office.officers"), OfficerCase.ReadAsync, OfficerActs.All)
            { TasksAsync = OfficerTasks.OfAsync },
        new("/clean-up/{drive}/{agreement}", ("/office/clean-up", "office.clean-up"), CleanUpCasePage.ReadAsync, CleanUpActs.All),
    ];

    /// <summary>What anybody may send in.</summary>
    public static readonly IReadOnlyList<LetterKind> Letters = [RaiseObjection.Letter, SubmitProposal.Letter];

    /// <summary>The streams behind them, as the store keeps them.</summary>
    public static readonly IReadOnlyList<StreamKind> Streams =
    [
        AgreementStore.Agreement, RentStore.Rent, CleanUpStore.Drive, CleanUpStore.Case,
        TenderStore.Tender, TenderStore.Bid, TenderStore.Delivery, DeliberationStore.Deliberation,
        DeclarationStore.Declaration, DeclarationStore.Numbers, DeclarationStore.Publicity, DeclarationStore.Objection,
        MonthStore.Book, MonthStore.Trust, MonthStore.Bank, MonthStore.Statement,
        BudgetStore.Budget, InspectionStore.Inspection, ReportStore.Report, ProposalStore.Proposal, ProposalStore.Numbers,
        SuppressionStore.Suppression, SuppressionStore.Numbers, TreasuryStore.Treasury,
    ];

    /// <summary>Series of public numbers without a gap.</summary>
    public static readonly IReadOnlyList<NumberSeries> Series = [DeclarationStore.Series, ProposalStore.Series, SuppressionStore.Series];

    /// <summary>What must hold over several of their streams.</summary>
    public static readonly IReadOnlyList<Func<IStoreCheck>> Checks =
        [
            DeclarationStore.NumberCheck, ProposalStore.NumberCheck, SuppressionStore.NumberCheck,
            () => new StatementCheck(), () => new PaymentCheck(), () => new IncomeCheck(), () => new TreasuryLines(),
            () => new CoverCheck(), () => new ContractCheck(), () => new ScheduleCheck(),
            () => new VoteCheck(),
        ];
}
