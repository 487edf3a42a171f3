using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Months;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Tests.Store;

public partial class TextTests
{
    [Fact]
    public void Every_refusal_of_the_law_and_the_office_has_its_sentence()
    {
        var root = Path.GetFullPath(Path.Combine(ThisFolder(), "../../.."));
        var codes = new[] { "Contracts", "Portal", "tests/Bench" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Concat(Blocker().Matches(File.ReadAllText(file))).Select(m => $"refusal.{m.Groups[1].Value}"))
            .Append("refusal.ledger.changed-meanwhile").Append("refusal.store.unreachable").Distinct().ToList();
        Assert.True(codes.Count > 50);
        Assert.All(codes, c => Assert.True(Catalogue.Has(c), c));
    }

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
            .. Nested(typeof(Inspection)).Where(t => t is not "Known" and not "Running").Select(s => $"inspection-state.{s}"),
            .. Nested(typeof(InspectionCommand)).Where(t => t is not "OnVillage" and not "Judging").Select(c => $"inspection-act.{c}"),
            .. Nested(typeof(VillageCheck)).Select(s => $"village-check.{s}"),
            .. Nested(typeof(Cure)).Select(s => $"cure.{s}"),
            .. Enum.GetNames<Frequency>().Select(f => $"frequency.{f}"),
            .. Nested(typeof(Tender)).Where(t => t != "Known").Select(s => $"tender-state.{s}"),
            .. Nested(typeof(TenderCommand)).Select(c => $"tender-act.{c}"),
        ];
        Assert.All(words, w => Assert.True(Catalogue.Has(w), w));
    }

    [Fact]
    public void Every_sentence_can_be_said_with_its_arguments()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.DoesNotContain("{", Catalogue.Say(language, new Refusal("declaration.not-now", new Word("act.Approve"), new Word("state.InPublicity"))), StringComparison.Ordinal);
            Assert.DoesNotContain("{", Catalogue.Say(language, new Refusal("field.invalid", new Word("field.total"), "x", new Word("expected.yuan"))), StringComparison.Ordinal);
            Assert.DoesNotContain("{", Catalogue.Say(language, new Refusal("town.bad-row", "rules.csv", 3, "days", new Word("expected.days"), "x")), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Nested(Type type) => type.GetNestedTypes().Select(t => t.Name);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>What a month lacks is said in the sentences of refusals.</summary>
    [GeneratedRegex("(?:Stop|Show|Unlisted)\\((?:accounts, \"\\d+\", words\\.\\w+, -?1, )?\"([a-z]+\\.[a-z.-]+)\"")]
    private static partial Regex Blocker();

    [GeneratedRegex("new(?: Refusal)?\\(\"([a-z]+\\.[a-z.-]+)\"")]
    private static partial Regex Code();
}
