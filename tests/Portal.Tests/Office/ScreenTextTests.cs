using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Hosting;
using Transparency.Portal.Office.Frame;
using Transparency.Publishing.Texts;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Office;

/// <summary>Every sentence of a screen stands in the texts, and every text of the screens is used.</summary>
public partial class ScreenTextTests
{
    private static readonly string[] Folders = ["Office", "Cases", "Villagers"];

    /// <summary>Ends of codes that a page finds by the code to which they belong.</summary>
    private static readonly string[] Belongings = [".why", ".none", ".hint"];

    [Fact]
    public void Every_code_that_a_screen_names_has_its_text() =>
        Assert.All(Sources().SelectMany(s => Said().Matches(s).Select(m => m.Groups[1].Value)).Concat(Families()), code => Assert.True(Catalogue.Has(code), code));

    [Fact]
    public void Every_text_of_the_screens_is_used()
    {
        var sources = string.Concat(Sources());
        var families = Families().ToHashSet();
        var own = Catalogue.Codes.Where(c => c.StartsWith("office.", StringComparison.Ordinal) || c.StartsWith("form.", StringComparison.Ordinal) || (c.StartsWith("act.", StringComparison.Ordinal) && char.IsLower(c[4])));
        Assert.All(own, code => Assert.True(
            families.Contains(code) || sources.Contains($"\"{code}\"", StringComparison.Ordinal)
            || Belongings.Any(x => code.EndsWith(x, StringComparison.Ordinal) && sources.Contains($"\"{code[..^x.Length]}\"", StringComparison.Ordinal))
            || Dynamic().IsMatch(code), code));
    }

    [Fact]
    public void Every_value_of_a_section_has_a_label()
    {
        var here = new Screen(Language.Zh, SampleRules.Book, "/office", Language.Zh, null, null, "", default);
        var lease = new AgreementSection(new("04-2026-L-0001"), Both, AgreementKind.Lease, new("04"), Both, PartyKind.Person, new("李某", "L"), Both, new(1), new(2026, 1, 1), new(2027, 1, 1), new(1), new(1), Both, Both);
        var full = new DeclarationSection(Both, "works-large", Both, "law", new("04"), Both, Both, Both, Both, Both, [new(Both, new(1))], [new(Both, Both, new(1), new(1))], Both, Decided, [SampleAttachments.Minutes], [lease]);
        var empty = full with { Title = new("x"), Matter = "y", MatterName = new("y"), Law = "z", Village = null, Discloser = new("y"), Town = new("y"), What = new("y"), ForWhom = new("y"), Ask = new("y"), Sources = [], Budget = [], Body = new("y"), Decision = null, Attachments = [], Subjects = [] };
        foreach (var language in Enum.GetValues<Language>())
            foreach (var change in SectionDifference.Between(empty, full))
                Assert.NotEmpty(DifferenceWords.Label(here with { Language = language }, change.Path) + DifferenceWords.Value(here, change.Path, change.After));
        Assert.All(SectionDifference.Between(empty, full), c => Assert.True(Catalogue.Has($"field.{c.Path.Split('.')[0]}"), c.Path));
    }

    private static VillageDecision Decided => SampleDecisions.Of("04", VillageBody.VillagersMeeting, new(2026, 1, 12), 3, 3, 3, Both, true, SampleDecisions.Minutes);

    private static Text Both => new("中", "en");

    private static IEnumerable<string> Families() =>
    [
        .. ActTable.All.Keys.Select(a => $"office.done.{a}"),
        .. ActTable.All.Keys.Where(a => a is not "draft").Select(a => $"office.act.{a}"),
        .. ActTable.All.Keys.Where(a => a is not "draft" and not "settle-objection").Select(a => $"office.act.{a}.means"),
        .. new[] { "draft", "redraft", "fix-wording", "restart" }.SelectMany(a => new[] { $"office.write.{a}", $"office.write.{a}.title", $"office.write.{a}.means" }),
        .. new[] { "fix-wording", "restart" }.Select(a => $"office.write.{a}.note"),
        .. new[] { "finish", "mend", "review", "open", "answer", "approve", "running", "wording", "sent-back" }.SelectMany(k => new[] { $"office.task.{k}", $"office.task.{k}.next" }),
        .. new[] { "window", "answer", "bids", "candidates", "duty", "cure", "proposal" }.Select(k => $"office.reminder.{k}"),
        .. PortalStreams.All.Names.Keys.Where(t => OnPages.Any(kind => kind.IsAssignableFrom(t))).Select(t => $"office.history.{t.Name}"),
        .. Enum.GetNames<TenderMethod>().Select(m => $"office.method.{m}"), .. Enum.GetNames<RejectCode>().Select(c => $"office.reject.{c}"), .. Enum.GetNames<PassedOver>().Select(c => $"office.passed.{c}"),
        .. Enum.GetNames<MonthStage>().Select(s => $"office.stage.{s}"),
        .. FileKinds.Imports.Select(k => $"office.import.kind.{k.Name}"),
        .. Enum.GetNames<DeliberationStep>().Select(s => $"office.deliberation.step.{s}"), .. Enum.GetNames<ProposalOrigin>().Select(o => $"office.deliberation.origin.{o}"), .. Enum.GetNames<MoneyFlow>().Select(m => $"office.deliberation.money.{m}"),
        .. typeof(Drive).GetNestedTypes().Select(t => $"office.drive.{t.Name}"),
        "office.rent.rows.now", "office.rent.receipts.now",
    ];

    /// <summary>Kinds of event whose history a page of the office tells.</summary>
    private static readonly Type[] OnPages =
    [
        typeof(DeclarationEvent), typeof(AgreementEvent), typeof(TenderEvent), typeof(BidEntered), typeof(CoalDelivered), typeof(BookEvent), typeof(TrustEvent), typeof(BankEvent), typeof(StatementEvent), typeof(BudgetEvent),
        typeof(RentEvent), typeof(DriveEvent), typeof(CleanUpEvent), typeof(DeliberationEvent), typeof(ReportEvent), typeof(ProposalEvent), typeof(InspectionEvent), typeof(Contracts.Suppressions.SuppressionEvent), typeof(Contracts.Treasury.TreasuryEvent), typeof(Contracts.Officers.OfficerEvent),
    ];

    /// <summary>One table says for every act its form; nothing of it may lack its words.</summary>
    [Fact]
    public void Every_field_of_every_form_has_its_label_and_every_choice_its_words()
    {
        var here = new Screen(Language.En, SampleRules.Book, "/office", Language.Zh, null, null, "", default);
        foreach (var act in ActTable.All.Values)
        {
            Assert.All(act.Form.Concat(act.Sometimes), field => Assert.NotEmpty(FieldInput.LabelOf(here, act.Name, field.Name)));
            Assert.All(act.Form.SelectMany(f => (f.Words ?? []).Concat(f.Columns.SelectMany(c => c.Words ?? []))), word => Assert.True(Catalogue.Has(word.Code), word.Code));
            Assert.All(act.Form.SelectMany(f => f.Columns).Where(c => c.Kind != InputKind.Ordinal), column => Assert.True(Catalogue.Has($"office.column.{column.Name}") || Catalogue.Has($"field.{column.Name}"), column.Name));
        }
    }

    /// <summary>Names that belong to no field would never be said.</summary>
    [Fact]
    public void Every_label_and_hint_belongs_to_a_field()
    {
        var fields = ActTable.All.Values.SelectMany(act => act.Form.Concat(act.Sometimes).Select(x => (Act: act.Name, x.Name))).ToHashSet();
        foreach (var code in Catalogue.Codes.Where(c => c.StartsWith("office.label.", StringComparison.Ordinal) || c.StartsWith("office.form.", StringComparison.Ordinal)))
            Assert.True(code.Split('.') switch { [_, _, var name] => fields.Any(f => f.Name == name), [_, _, var act, var name] => fields.Contains((act, name)), _ => false }, code);
    }

    private static IEnumerable<string> Sources() =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(ThisFolder(), "../../../Portal", folder)), "*.*", SearchOption.AllDirectories))
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("Say\\((?:Language\\.\\w+, )?\"([a-z][A-Za-z.-]+)\"")]
    private static partial Regex Said();

    /// <summary>Hints by field, parts of a section, and the private values of a party are found by name.</summary>
    [GeneratedRegex(@"^office\.(hint|agreement\.hint|part|party|with|form|label|column)[._]")]
    private static partial Regex Dynamic();
}
