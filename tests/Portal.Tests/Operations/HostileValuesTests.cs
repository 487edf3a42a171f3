using System.Text.RegularExpressions;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Demo;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Publication;
using Transparency.Publishing.Texts;
using Transparency.Publishing.Typesetting;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Operations;

/// <summary>
/// Hostile values × every act of the demo town that takes a text, a day or money: each is refused with a sentence in both languages, or it
/// is published, and the press goes on with everything else.
/// </summary>
public sealed partial class HostileValuesTests
{
    private static readonly Refusal Dry = Refusal.NotNow("import.dry-run");

    /// <summary>Free words of people that no other act looks up again.</summary>
    private static readonly string[] Free =
        ["title", "what", "reason", "note", "result", "summary", "findings", "question", "answer", "words", "body", "basis", "reasons", "team"];

    /// <summary>Every act by name, as the demo does it for the first time.</summary>
    private static readonly IReadOnlyList<ScenarioAct> Firsts =
        [.. Scenario.All().Where(a => ActTable.All.ContainsKey(a.Act)).DistinctBy(a => a.Act)];

    /// <summary>All acts with fields of these kinds; what the demo never does is tried without a case.</summary>
    private static readonly IReadOnlyList<ScenarioAct> Tried =
    [
        .. Firsts,
        .. ActTable.All.Keys.Except(Firsts.Select(a => a.Act)).Order(StringComparer.Ordinal)
            .Select(name => new ScenarioAct("", 0, Firsts[^1].At, "sun-li", name, "", new Dictionary<string, string>())),
    ];

    [Fact]
    public async Task The_worst_values_are_refused_in_every_act_and_odd_ones_published()
    {
        await using var site = await DemoSite.NewAsync();
        string[] texts = ["标题\uFFFE", "标题\u202E2026", "\u200B", "\uD83D", "标题\u0000"], days = ["9999-12-31", "0001-01-01"], amounts = ["1,80"];
        foreach (var act in Tried) await RefusesAsync(site.Store, act, texts, days, amounts);
        Assert.Equal("text.no-glyph", (await TryAsync(site.Store, Draft, new(Sound) { ["title"] = "开会\U0001F600" }, keep: true))!.Code);
        var asked = Firsts.Single(a => a.Act == "ask-about-statement");
        Assert.Null(await TryAsync(site.Store, asked, new() { ["question"] = "多少\uE000？ 一\u00A0二 <script> #let $x^2$ ]]>" }, keep: true));
        Assert.True(await site.PublishAsync() is { Fault: null, Findings: [], Written: > 0 });
    }

    /// <summary>The whole demo town again: before the first of each act all values are tried where it would be lawful, then it is done with odd words.</summary>
    [Fact]
    [Trait("Run", "long")]
    public async Task Every_value_in_every_act()
    {
        if (!Amount.IsLong) return;
        var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
        await using var town = await ScratchTown.NewAsync(folder, DemoTemplate.Address);
        var (part, done, odd) = (new List<ScenarioAct>(), new HashSet<string>(), 0);
        foreach (var act in Scenario.All())
        {
            var isFirst = ActTable.All.ContainsKey(act.Act) && done.Add(act.Act);
            if (isFirst && part.Count > 0)
            {
                await PlayAsync(town.Open, part);
                part.Clear();
                await RefusesAsync(town.Open, act, Hostile.Texts, Hostile.Days, Hostile.Amounts, isLawful: true);
            }
            part.Add(act with { Fields = act.Fields.ToDictionary(f => f.Key, f => isFirst && FieldsOf(act).Any(x => x.Name == f.Key && x.Kind is InputKind.Line or InputKind.Lines) && Free.Contains(f.Key) ? $"{f.Value}{Hostile.Odd[odd++ % Hostile.Odd.Count]}" : f.Value) });
        }
        await PlayAsync(town.Open, part);
        await using var press = OpenPress.Over(town.Open);
        var published = await press.Publisher.RunAsync(rebuild: false, CancellationToken.None);
        Assert.True(published is { Fault: null, Findings: [] }, published?.ToString());
        Assert.True(odd > Hostile.Odd.Count, "not every odd word was used");
        Directory.Delete(folder, recursive: true);
    }

    private static readonly ScenarioAct Draft = new("", 0, PortalClock.DemoStart, "sun-li", "draft", "hostile", new Dictionary<string, string>());

    private static Dictionary<string, string> Sound => new()
    {
        ["title"] = "清渠", ["matter"] = "town-works", ["what"] = "清渠", ["for_whom"] = "全镇", ["ask"] = "镇经管站", ["sources"] = "镇财政 = 150000.00", ["budget"] = "",
    };

    /// <summary>A part of the scenario, its clock at its last act.</summary>
    private static Task PlayAsync(OpenStore open, IReadOnlyList<ScenarioAct> part) =>
        new RunScenario(open with { Clock = new(TimeProvider.System, part[^1].At) }, [.. part]).RunAsync(new Progress<(int, int)>());

    private static async Task RefusesAsync(OpenStore open, ScenarioAct row, IReadOnlyList<string> texts, IReadOnlyList<string> days, IReadOnlyList<string> amounts, bool isLawful = false)
    {
        foreach (var field in FieldsOf(row))
        {
            foreach (var value in ValuesOf(field, row.Fields.GetValueOrDefault(field.Name, ""), texts, days, amounts))
            {
                var why = await TryAsync(open, row, new(row.Fields) { [field.Name] = value });
                Assert.True(why is not null, $"{row.Act}.{field.Name} takes {value}");
                Assert.All(Enum.GetValues<Language>(), language => Assert.DoesNotContain("{", Catalogue.Say(language, why), StringComparison.Ordinal));
                // What is not this case's turn may be refused before its fields are read, and fonts are asked last.
                if (isLawful && SheetFonts.LackingFor(value).Count == 0) Assert.True(why.Nature is Nature.Mend, $"{row.Act}.{field.Name} = {value}: {why}");
            }
        }
    }

    /// <summary>Those of the act's form; of a declaration, which is written on a page of its own, its sentences and its money.</summary>
    private static IEnumerable<FormField> FieldsOf(ScenarioAct row) =>
        row.Fields.ContainsKey("for_whom")
            ? [.. ActTable.All[row.Act].Form, .. new[] { "title", "what", "for_whom", "ask", "body" }.Select(name => new FormField(name)), new FormField("sources", InputKind.Rows)]
            : [.. ActTable.All[row.Act].Form, .. ActTable.All[row.Act].Sometimes.Where(f => row.Fields.ContainsKey(f.Name))];

    private static IEnumerable<string> ValuesOf(
        FormField field, string given, IReadOnlyList<string> texts, IReadOnlyList<string> days, IReadOnlyList<string> amounts) => field.Kind switch
    {
        // What is private is never printed, and may hold what no font has.
        InputKind.Line or InputKind.Lines => field.Translated ? texts : texts.Where(text => Characters.FaultIn(text) is not null),
        InputKind.Day => days,
        InputKind.Moment => days.Select(day => $"{day} 09:00"),
        InputKind.Money => amounts,
        // Of a table its first cell that fits.
        InputKind.Rows when given.Length > 0 =>
        [
            .. Day().IsMatch(given) ? days.Select(day => Day().Replace(given, day, 1)) : [],
            .. Money().IsMatch(given) ? amounts.Select(amount => Money().Replace(given, $"= {amount}", 1)) : [],
            .. texts.Where(text => Characters.FaultIn($"{text}x") is not null || SheetFonts.LackingFor(text).Count > 0).Select(text => $"{text}{given}"),
        ],
        _ => [],
    };

    private static readonly Dictionary<string, Officer> Officers = [];

    /// <summary>Null when the act is lawful; it is kept only when that is asked for.</summary>
    private static async Task<Refusal?> TryAsync(OpenStore open, ScenarioAct row, Dictionary<string, string> fields, bool keep = false)
    {
        var act = ActTable.All[row.Act];
        var subject = act.SubjectOf(row.Subject);
        foreach (var field in act.Form.Where(f => f.IsDeclaration && fields.ContainsKey(f.Name))) fields[field.Name] = NewId.FromKey(fields[field.Name]).Value;
        if (act.Pins is { } find)
        {
            await using var session = open.Store.QuerySession();
            if (await find(session, await open.Rules.ReadAsync(session), subject, CancellationToken.None) is { } hash) fields["hash"] = hash.Value;
        }
        var request = new ActRequest(act.Name, subject, fields, await OfficerAsync(open, row.Officer), row.At, null);
        var outcome = await open.Ledger.WriteAsync(request.Writer, async entry => await act.DoAsync(new(entry, request)) ?? (keep ? null : Dry));
        return outcome is Outcome.Refused { Why: var why } && why != Dry ? why : null;
    }

    private static async Task<Officer> OfficerAsync(OpenStore open, string name) =>
        Officers.TryGetValue(name, out var known) ? known : Officers[name] = await open.OfficerAsync(name);

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b")]
    private static partial Regex Day();

    [GeneratedRegex(@"= *\d[\d,]*\.\d\d\b")]
    private static partial Regex Money();
}
