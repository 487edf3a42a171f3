using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Months;
using Transparency.Publishing.Texts;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

public class TextTests
{
    [Fact]
    public void Every_word_of_a_refusal_is_in_the_catalogue()
    {
        IEnumerable<string> words =
        [
            .. Enum.GetNames<Role>().Select(r => $"role.{r}"), "role.System",
            .. Enum.GetNames<VillageBody>().Select(b => $"body.{b}"),
            .. Enum.GetNames<VillageBody>().Append("Branch").Append("Party").Select(q => $"quorum.{q}"),
            .. Nested(typeof(Deliberation)).Where(t => t != "Known").Select(s => $"deliberation-state.{s}"),
            .. Nested(typeof(DeliberationCommand)).Select(c => $"deliberation-act.{c}"),
            .. Nested(typeof(Declaration)).Where(t => t != "Known").Select(s => $"state.{s}"),
            .. Nested(typeof(DeclarationCommand)).Select(c => $"act.{c}"),
            .. Nested(typeof(Statement)).Where(t => t != "Known").Select(s => $"statement-state.{s}"),
            .. Nested(typeof(StatementCommand)).Select(c => $"statement-act.{c}"),
            .. Enum.GetNames<Approver>().Select(a => $"approver.{a}"), .. Enum.GetNames<MoneyMoved>().Select(m => $"money.{m}"),
            .. Nested(typeof(RentYear)).Where(t => t != "Known").Select(s => $"rent-state.{s}"),
            .. Nested(typeof(RentCommand)).Select(c => $"rent-act.{c}"),
            .. Nested(typeof(CleanUpCase)).Where(t => t != "Known").Select(s => $"cleanup-state.{s}"),
            .. Nested(typeof(CleanUpCommand)).Select(c => $"cleanup-act.{c}"),
            .. Nested(typeof(Report)).Where(t => t != "Known").Select(s => $"report-state.{s}"),
            .. Nested(typeof(ReportCommand)).Select(c => $"report-act.{c}"),
            .. Nested(typeof(Proposal)).Where(t => t is not "Known" and not "Numbered" and not "Public").Select(s => $"proposal-state.{s}"),
            .. Nested(typeof(ProposalCommand)).Select(c => $"proposal-act.{c}"),
            .. Nested(typeof(Inspection)).Where(t => t is not "Known" and not "Running").Select(s => $"inspection-state.{s}"),
            .. Nested(typeof(InspectionCommand)).Where(t => t is not "OnVillage" and not "Judging").Select(c => $"inspection-act.{c}"),
            .. Nested(typeof(VillageCheck)).Select(s => $"village-check.{s}"),
            .. Nested(typeof(Cure)).Select(s => $"cure.{s}"),
            .. Enum.GetNames<Frequency>().Select(f => $"frequency.{f}"),
            .. Nested(typeof(Tender)).Where(t => t is not "Known" and not "Contracted").Select(s => $"tender-state.{s}"),
            .. Nested(typeof(TenderCommand)).Select(c => $"tender-act.{c}"),
        ];
        Assert.All(words, w => Assert.True(Catalogue.Has(w), w));
    }

    [Fact]
    public void Every_sentence_can_be_said_with_its_arguments()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.DoesNotContain("{", Catalogue.Say(language, Refused.As("declaration.not-now", new Word("act.Approve"), new Word("state.InPublicity"))), StringComparison.Ordinal);
            Assert.DoesNotContain("{", Catalogue.Say(language, Refused.As("field.invalid", new Word("field.total"), "x", new Word("expected.yuan"))), StringComparison.Ordinal);
            Assert.DoesNotContain("{", Catalogue.Say(language, Refused.As("town.bad-row", "rules.csv", 3, "days", new Word("expected.days"), "x")), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Nested(Type type) => type.GetNestedTypes().Select(t => t.Name);
}
