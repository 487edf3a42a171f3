using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Site.Kinds;
using Transparency.Publishing.Site.Suppressions;
using Transparency.Publishing.Tests.Whole;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Suppressions;

/// <summary>A case of each kind is suppressed: none of its words stands anywhere in the tree, its figures, number and hashes stay.</summary>
public sealed class SuppressedCaseTests
{
    private static readonly Text Gone = new("（内容已依法撤下）", "(taken down by law)");

    /// <summary>Texts of a section that no person typed for this case: names of bodies, villages, matters and laws.</summary>
    private static readonly string[] Given = ["MatterName", "Discloser", "Town", "VillageName", "Buyer", "Name", "Plain", "Law", "Unit", "Body@ReportSection", "Ask@TenderSection"];

    public static TheoryData<CaseKind> Kinds => [.. Enum.GetValues<CaseKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void None_of_its_words_stands_anywhere(CaseKind kind)
    {
        var (before, (after, words)) = (SampleTown.Model, RowsOf(kind).Select(Own).MaxBy(found => found.Words.Count));
        Assert.NotEmpty(words);
        Assert.Contains(WholeSite.Outputs(before), output => Holds(output, words) is not null);
        Assert.Equal([], WholeSite.Outputs(after).Select(output => Holds(output, words)).OfType<string>());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Number_and_hashes_stay_on_the_page_and_data_and_sheet_go(CaseKind kind)
    {
        var row = RowOf(kind);
        var site = With(SampleSuppression.Of(row));
        var editions = PublicEdition.In(row).ToList();
        var gone = editions.Where(e => e.Content == editions[^1].Content).ToList();
        var outputs = WholeSite.Outputs(site).ToDictionary(output => output.Path);
        Assert.All(gone, edition =>
        {
            Assert.DoesNotContain($"{edition.Folder}notice.json", outputs.Keys);
            Assert.DoesNotContain(Sheet.All(site), sheet => sheet.Key == edition.Key);
            foreach (var language in new[] { "", "en/" })
            {
                var page = Encoding.UTF8.GetString(outputs[$"{language}{edition.Folder}index.html"].Render());
                Assert.Contains(edition.Content.Value, page, StringComparison.Ordinal);
                Assert.Contains(ContentHash.Over(edition.Notice()).Value, page, StringComparison.Ordinal);
                Assert.Contains("suppressions/2026/1/", page, StringComparison.Ordinal);
            }
            Assert.True(site.Register.IsWithheld($"{edition.Folder}notice.json"));
        });
        Assert.All(editions.Except(gone), edition => Assert.Contains($"{edition.Folder}notice.json", outputs.Keys));
        Assert.Equal(SampleTown.Model.Register.Acts + 1, site.Register.Acts);
    }

    /// <summary>A text that is added to a section tomorrow is asked about here: typed for the case, or given by the town's tables.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_a_person_typed_is_gone_from_the_row(CaseKind kind)
    {
        var row = RowOf(kind);
        var shown = PublicKinds.Of(row).Without(row, _ => true);
        Assert.Equal([], Typed(SectionOf(shown), ""));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rendering_what_it_touches_is_rendering_everything(CaseKind kind)
    {
        var row = RowOf(kind);
        var register = SampleTown.Register;
        IncrementalEqualsFull.Holds(() => new SiteModel(register, SampleTown.AsOf, SampleTown.Settings), [0, 1], step =>
        {
            IPublicRow next = step == 0 ? SampleSuppression.Of(row) : row;
            register = register.Next(register.Town, [(next.Id, next)]);
        });
    }

    [Fact]
    public void A_file_goes_and_whoever_names_it_says_so()
    {
        var register = SampleTown.Register;
        var file = AttachedFile.All(SampleTown.Model).First(f => f.Of.Extension is "pdf" or "png" or "jpg");
        IncrementalEqualsFull.Holds(() => new SiteModel(register, SampleTown.AsOf, SampleTown.Settings), [0], _ =>
        {
            var suppression = SampleSuppression.Row with { Id = "suppression/s2", Number = new(2026, 1), Editions = [], Files = [new(file.Of.Sha256, file.Of.Extension)] };
            register = register.Next(register.Town, [(suppression.Id, suppression)]);
        });
        var site = new SiteModel(register, SampleTown.AsOf, SampleTown.Settings);
        Assert.DoesNotContain(AttachedFile.All(site), f => f.Path == file.Path);
        Assert.DoesNotContain(WholeSite.Outputs(site), output => Text(output).Contains($"href=\"../../../{file.Path}\"", StringComparison.Ordinal));
        Assert.Contains(WholeSite.Outputs(site), output => output.Path.StartsWith("declarations/", StringComparison.Ordinal) && Text(output).Contains("附件已依法撤下", StringComparison.Ordinal));
    }

    /// <summary>After a restore the events of the suppression are lost; what the tree remembers is enough.</summary>
    [Fact]
    public void What_the_tree_remembers_is_withheld_without_any_event()
    {
        var row = RowOf(CaseKind.Agreement);
        var remembered = Suppressed.None.With(SampleSuppression.Of(row));
        var register = new PublicRegister(SampleTown.OnRegister, SampleTown.Register.Rows.Clear()) { Suppressed = remembered }
            .Next(SampleTown.OnRegister, SampleTown.Register.Rows.Values.Select(r => (r.Id, (IPublicRow?)r)));
        var site = new SiteModel(register, SampleTown.AsOf, SampleTown.Settings);
        var page = WholeSite.Outputs(site).First(output => output.Path == SiteMap.Agreement(((AgreementOnRegister)row).Agreement));
        Assert.Contains("撤下的说明已经遗失", Text(page), StringComparison.Ordinal);
    }

    /// <summary>The approval repeats the section that was suppressed while its window ran.</summary>
    [Fact]
    public void A_later_edition_of_the_same_section_is_never_published()
    {
        var row = SampleDeclarations.All.First(d => d.Editions.Count > 1 && d.Editions[^1].Hash == d.Editions[^2].Hash);
        var opened = row with { Editions = [.. row.Editions.SkipLast(1)] };
        var register = With(SampleSuppression.Of(opened)).Register.Next(SampleTown.OnRegister, [(row.Id, row)]);
        Assert.Contains(PublicEdition.In(row).Last().Key, register.Withheld.Keys);
    }

    private static IPublicRow RowOf(CaseKind kind) => RowsOf(kind).First();

    private static IEnumerable<IPublicRow> RowsOf(CaseKind kind) =>
        SampleTown.Register.Rows.Values.Where(row => row.Entry?.Kind == kind).OrderByDescending(row => row.Acts).ThenBy(row => row.Id, StringComparer.Ordinal);

    /// <summary>The site without a row, and the words that had to go with it: those that no other row has too.</summary>
    private static (SiteModel After, List<string> Words) Own(IPublicRow row)
    {
        var after = With(SampleSuppression.Of(row));
        var others = string.Join('\n', after.Register.Rows.Values.SelectMany(Leaves).Concat(Leaves(SampleTown.OnRegister)));
        return (after, [.. Leaves(row).Where(word => word.Length > 3 && !others.Contains(word, StringComparison.Ordinal)).Distinct()]);
    }

    private static SiteModel With(SuppressionOnRegister suppression) =>
        new(SampleTown.Register.Next(SampleTown.OnRegister, [(suppression.Id, suppression)]), SampleTown.AsOf, SampleTown.Settings);

    private static string Text(Output output) => Encoding.UTF8.GetString(output.Render());

    private static string? Holds(Output output, List<string> words)
    {
        var text = Text(output);
        return words.Find(word => text.Contains(word, StringComparison.Ordinal) || text.Contains(HtmlEncoder.Default.Encode(word), StringComparison.Ordinal)) is { } word
            ? $"{output.Path}: {word}" : null;
    }

    /// <summary>Every string in it but for ids and codes.</summary>
    private static IEnumerable<string> Leaves(object? of) => of switch
    {
        null or ValueType => [],
        string words => [words],
        IEnumerable list => list.Cast<object?>().SelectMany(Leaves),
        _ => of.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite).SelectMany(p => Leaves(p.GetValue(of))),
    };

    private static object SectionOf(IPublicRow row) => row switch
    {
        DeclarationOnRegister d => d.Section,
        AgreementOnRegister a => a.Section,
        StatementOnRegister s => s.Section,
        ReportOnRegister r => r.Section,
        ProposalOnRegister p => p.Section,
        DeliberationOnRegister d => d.Edition!.Section,
        TreasuryOnRegister t => t.Section,
        TenderOnRegister t => t,
        InspectionOnRegister i => i,
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    /// <summary>Names of the properties in which a text stands that is neither given by the town nor gone.</summary>
    private static IEnumerable<string> Typed(object? of, string name)
    {
        switch (of)
        {
            case null or string or ValueType:
                return [];
            case Text text:
                return text == Gone || text.IsEmpty || Given.Contains(name) || Given.Any(given => given.StartsWith($"{name}@", StringComparison.Ordinal)) ? [] : [name];
            case PublicName who:
                return who.Zh == Gone.Zh ? [] : [name];
            case Attachment:
                return [name];
            case IEnumerable list:
                return list.Cast<object?>().SelectMany(item => Typed(item, name));
            default:
                return of.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite).SelectMany(p => Typed(p.GetValue(of), p.Name));
        }
    }
}
