using ApprovalTests;
using ApprovalTests.Namers;
using ApprovalTests.Reporters;
using ApprovalTests.Writers;
using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

/// <summary>One page of each kind as a person has looked at it and approved it.</summary>
[UseReporter(typeof(QuietReporter))]
[UseApprovalSubdirectory("Approved")]
public sealed class ApprovedPages
{
    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var (name, path) in Named())
            {
                kinds.Add(name, path);
                kinds.Add($"{name}.en", $"en/{path}");
            }
            return kinds;
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Page(string name, string path)
    {
        NamerFactory.AdditionalInformation = name;
        Approvals.Verify(new ApprovalTextWriter(RenderedSite.Text(path), "html"));
    }

    [Fact]
    public void Tree() => Approvals.Verify(string.Join('\n', RenderedSite.Files.Keys.Order(StringComparer.Ordinal)));

    private static IEnumerable<(string Name, string Path)> Named() =>
    [
        ("home", SiteMap.Home), ("town", SiteMap.Town), ("calendar", SiteMap.Calendar), ("search", SiteMap.Search), ("data", SiteMap.Data), ("not-found", SiteMap.NotFound),
        ("village", SiteMap.Village(new("09"))), ("village-year", SiteMap.VillageYear(new("09"), 2026)),
        ("declarations-year", SiteMap.KindYear(CaseKind.Declaration, 2026)), ("agreements-year", SiteMap.KindYear(CaseKind.Agreement, 2026)),
        ("agreement", SiteMap.Agreement(SampleAgreements.SaltpanSection.Id)), ("agreement-superseded", $"{SiteMap.Superseded(SiteMap.AgreementFolder(SampleAgreements.SaltpanSection.Id), 1)}index.html"),
        ("clean-up", SiteMap.CleanUp(SampleLeases.Running.Drive)), ("clean-up-closed", SiteMap.CleanUp(SampleLeases.Closed.Drive)),
        ("agreement-revoked", SiteMap.Agreement(SampleAgreements.HouseholdSection.Id)),
        Of("open", SampleDeclarations.Road), Of("closed", SampleDeclarations.Closed), Of("reopened", SampleDeclarations.Reopened), Of("under-review-again", SampleDeclarations.UnderReviewAgain),
        Of("approved", SampleDeclarations.Approved), Of("refused", SampleDeclarations.Refused), Of("sent-back", SampleDeclarations.SentBack), Of("concluded", SampleDeclarations.Elected), Of("withdrawn", SampleDeclarations.Withdrawn), Of("revoked", SampleDeclarations.Revoked),
        Of("of-town", SampleDeclarations.OfTown), Of("chinese-only", SampleDeclarations.ChineseOnly), Of("hostile", SampleDeclarations.Hostile),
        ("statements-year", SiteMap.KindYear(CaseKind.Statement, 2026)),
        ("statement", SiteMap.Statement(SampleStatements.August.Of)), ("statement-differs", SiteMap.Statement(SampleStatements.Differs.Of)),
        ("village-money", SiteMap.VillageMoney(new("09"), 2026)), ("orphans", SiteMap.Orphans(new("09"), 2026)), ("orphans-none", SiteMap.Orphans(new("09"), 2025)),
        ("decision", SiteMap.Decision(SampleDecisions.Routine.Deliberation)), ("decisions-year", SiteMap.KindYear(CaseKind.Decision, 2026)),
        ("statement-superseded", $"{SiteMap.Superseded(SiteMap.StatementFolder(SampleStatements.August.Of), 1)}index.html"),
        ("tender-completed", SiteMap.Tender(SampleTenders.Completed.Tender)), ("tender-calling", SiteMap.Tender(SampleTenders.Calling.Tender)),
        ("tender-candidates", SiteMap.Tender(SampleTenders.CandidatesOut.Tender)), ("tender-failed", SiteMap.Tender(SampleTenders.Failed.Tender)), ("tender-coal", SiteMap.Tender(SampleTenders.Coal.Tender)),
        ("tender-superseded", $"{SiteMap.Superseded(SiteMap.TenderFolder(SampleTenders.Completed.Tender), 3)}index.html"), ("tenders-year", SiteMap.KindYear(CaseKind.Tender, 2026)),
        ("report", SiteMap.Report(SampleReports.Corrected.Of)), ("report-zero", SiteMap.Report(SampleReports.Zero.Of)), ("report-superseded", $"{SiteMap.Superseded(SiteMap.ReportFolder(SampleReports.Corrected.Of), 1)}index.html"),
        ("reports-year", SiteMap.KindYear(CaseKind.Report, 2026)), ("rules", SiteMap.Rules), ("certificate", SiteMap.Certificate(SampleDeclarations.Approved.Number, 1)),
        ("inspections", SiteMap.Inspections), ("inspections-year", SiteMap.KindYear(CaseKind.Inspection, 2026)), ("inspection", SiteMap.Inspection(SampleInspections.Running.Plan.Id)),
        ("inspection-closed", SiteMap.Inspection(SampleInspections.Closed.Plan.Id)), ("inspection-cancelled", SiteMap.Inspection(SampleInspections.Cancelled.Plan.Id)),
        ("inspection-planned", $"{SiteMap.Superseded(SiteMap.InspectionFolder(SampleInspections.Running.Plan.Id), 1)}index.html"),
        ("treasury", SiteMap.Treasury(SampleTreasury.Corrected.Month)), ("treasury-takes-back", SiteMap.Treasury(SampleTreasury.TakesBack.Month)),
        ("treasury-superseded", $"{SiteMap.Superseded(SiteMap.TreasuryFolder(SampleTreasury.Corrected.Month), 1)}index.html"), ("treasury-year", SiteMap.KindYear(CaseKind.Treasury, 2026)),
        ("proposals", SiteMap.Proposals), ("proposals-year", SiteMap.KindYear(CaseKind.Proposal, 2026)),
        Of("disclosed", SampleProposals.Disclosed), Of("studied", SampleProposals.Studied), Of("overdue", SampleProposals.Overdue), Of("no", SampleProposals.No),
        Of("partly-late", SampleProposals.PartlyLate), Of("carried", SampleProposals.Carried), Of("result", SampleProposals.Posted),
        ("coal-season", SiteMap.CoalSeason(new(2025))), Of("with-plan", SampleTenders.Behind),
        ("declaration-superseded", $"{SiteMap.Superseded(SiteMap.DeclarationFolder(SampleDeclarations.Reopened.Number), 1)}index.html"),
    ];

    private static (string, string) Of(string name, ProposalOnRegister p) => ($"proposal-{name}", SiteMap.Proposal(p.Number));

    private static (string, string) Of(string name, DeclarationOnRegister d) => ($"declaration-{name}", SiteMap.Declaration(d.Number));
}
