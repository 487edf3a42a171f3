using AngleSharp;
using Transparency.Portal.Tests.Office;
using Transparency.Portal.Tests.Store;

namespace Transparency.Portal.Tests.Reading;

/// <summary>
/// Who may read: kind by kind and state by state, over page, preview, posts and lists. Who may not gets the answer that there is no such case.
/// </summary>
public sealed class WhoMayReadTests(ReadingTown town) : IClassFixture<ReadingTown>
{
    private const string Matter = "clerk review approve";
    private const string OfVillage = "clerk finance supervision town review approve";
    private const string OfMoney = $"{OfVillage} books";
    private const string Town = "town review approve";
    private const string Everybody = $"{OfMoney} other admin";

    /// <summary>A case, where it is listed, and to whom it is shown.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "declarations/drafted", "", Matter },
        { "declarations/declared", "", Matter },
        { "declarations/withdrawn", "declarations", Matter },
        { "declarations/opened", "", $"{OfVillage} admin" },
        { "declarations/restarted", "", Matter },
        { "declarations/approved", "declarations", $"{OfVillage} admin" },
        { "declarations/coal", "", $"{Town} clerk other" },
        { "deliberations/09-2026-D-0077", "deliberations", OfVillage },
        { $"deliberations/{TestDecisions.Lease}", "deliberations", $"{OfVillage} admin" },
        { "agreements/09-2026-L-0002", "agreements?village=09", OfMoney },
        { $"agreements/{CaseOffice.Lease}", "agreements?village=09", $"{OfMoney} admin" },
        { $"rent/{CaseOffice.Lease}/2027", "", OfMoney },
        { $"rent/{CaseOffice.Lease}/2026", "", $"{OfMoney} admin" },
        { $"clean-up/pans-2026/{CaseOffice.Lease}", "clean-up/pans-2026", $"{OfMoney} admin" },
        { "clean-up/pans-2026", "clean-up", Everybody },
        { "tenders/09-2026-G-0031", "tenders", OfMoney },
        { "tenders/09-2026-G-0032", "tenders", $"{OfMoney} admin" },
        { "statements/09/2026-08", "money", OfMoney },
        { "statements/09/2026-07", "money", $"{OfMoney} admin" },
        { "budgets/09/2025", "", OfMoney },
        { "budgets/09/2026", "", $"{OfMoney} admin" },
        { "reports/paid-work/09/2026-08", "reports", OfVillage },
        { "reports/grants/09/2026-Q2", "reports", $"{OfVillage} admin" },
        { "inspections/2026-1", "inspections", Everybody },
        { "inspections/2026-1/09", "", Town },
        { "inspections/2026-1/04", "", $"{Town} books other admin" },
        { "sent", "proposals", "review" },
        { "signed", "proposals", Everybody },
        { "treasury/2026-08", "treasury", Town },
        { "suppressions/s1", "suppressions", Town },
        { "officers/reviewer", "", "review admin" },
        { "officers/second-reviewer", "officers", "admin" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Only_they_see_it(string of, string list, string shownTo)
    {
        var path = town.Paths.GetValueOrDefault(of, of);
        var may = shownTo.Split(' ').Order(StringComparer.Ordinal);
        Assert.Equal(may, await WhoAsync(async v => (await v.GoAsync($"/office/{path}")).Status == 200));
        var unseen = await town.As("other").GoAsync("/office/declarations/there-is-none");
        foreach (var name in ReadingTown.Names.Except(may))
        {
            var visitor = town.As(name);
            var seen = await visitor.GoAsync($"/office/{path}");
            Assert.Equal((404, unseen.Words), (seen.Status, seen.Words));
            Assert.Equal(404, (await visitor.GoAsync($"/office/{path}/preview")).Status);
            Assert.Equal(404, (await visitor.PostAsync($"/office/{path}/acts/withdraw", await FormAsync(visitor))).Status);
        }
        foreach (var name in may) Assert.NotEqual(404, (await town.As(name).PostAsync($"/office/{path}/acts/no-such-act", await FormAsync(town.As(name)))).Status);
        var anybody = town.As("anybody");
        foreach (var address in new[] { path, $"{path}/preview" }) Assert.Equal(401, (await anybody.GoAsync($"/office/{address}")).Status);
        Assert.Equal(401, (await anybody.PostAsync($"/office/{path}/acts/withdraw", new Dictionary<string, string>())).Status);
        if (list.Length > 0) Assert.Equal(may, await WhoAsync(v => IsListedAsync(v, list, path)));
    }

    [Theory]
    [InlineData("declarations/drafted")]
    [InlineData("declarations/declared")]
    [InlineData("declarations/restarted")]
    [InlineData("declarations/coal")]
    [InlineData("tenders/09-2026-G-0031")]
    [InlineData("statements/09/2026-08")]
    [InlineData("sent")]
    [InlineData("treasury/2026-08")]
    [InlineData("suppressions/s1")]
    public async Task No_desk_names_it_to_others(string of)
    {
        var path = town.Paths.GetValueOrDefault(of, of);
        var may = Cases.Single(row => (string)row[0] == of)[2].ToString()!.Split(' ');
        Assert.Empty((await WhoAsync(v => IsListedAsync(v, "", path))).Except(may));
    }

    [Theory]
    [InlineData("declarations/drafted/redraft", Matter)]
    [InlineData("declarations/opened/fix-wording", Matter)]
    [InlineData("declarations/opened/restart", Matter)]
    [InlineData("statements/09/2026-08/entry", "clerk")]
    public async Task It_is_written_only_by_its_own_people(string path, string shownTo) =>
        Assert.Equal(shownTo.Split(' ').Order(StringComparer.Ordinal), await WhoAsync(async v => (await v.GoAsync($"/office/{path}")).Status == 200));

    /// <summary>Everything of a public case that is not public itself is left out for others than its own people.</summary>
    [Fact]
    public async Task What_is_public_is_shown_to_others_without_drafts_and_notes()
    {
        var (clerk, admin) = (town.As("clerk"), town.As("admin"));
        Assert.Equal(4, (await clerk.GoAsync("/office/declarations/opened")).Page.QuerySelectorAll(".history li").Length);
        Assert.NotNull((await clerk.GoAsync("/office/declarations/approved")).Page.QuerySelector("#changes"));
        var shown = await admin.GoAsync("/office/declarations/opened");
        Assert.Contains("盐田承包", shown.Words, StringComparison.Ordinal);
        Assert.Contains("开始公示", Assert.Single(shown.Page.QuerySelectorAll(".history li")).TextContent, StringComparison.Ordinal);
        Assert.Null((await admin.GoAsync("/office/declarations/approved")).Page.QuerySelector("#changes"));
        Assert.Equal(200, (await admin.GoAsync("/office/declarations/opened/preview")).Status);
        foreach (var name in ReadingTown.Names)
        {
            var village = await town.As(name).GoAsync("/office/inspections/2026-1/09");
            Assert.Equal(Town.Contains(name, StringComparison.Ordinal), village.Page.ToHtml().Contains("还没有公开的发现", StringComparison.Ordinal));
        }
    }

    /// <summary>A preview of what is being written shows working copies of what it names.</summary>
    [Fact]
    public async Task Nobody_sees_another_villages_draft_by_naming_it()
    {
        var other = town.As("other");
        var form = await other.GoAsync("/office/declarations/new?matter=lease-saltpan&village=04");
        var fields = Visitor.FieldsOf(form, "form.column", new { title = "借看", what = "x", for_whom = "x", ask = "x", subjects = "09-2026-L-0002", sources_1 = "x", sources_1_amount = "1" });
        Assert.DoesNotContain("三号盐田承包合同", (await other.PostAsync("/office/declarations/preview", fields)).Page.ToHtml(), StringComparison.Ordinal);
        fields["village"] = "09";
        Assert.Equal(404, (await other.PostAsync("/office/declarations/preview", fields)).Status);
        var own = await town.As("clerk").GoAsync("/office/declarations/new?matter=lease-saltpan&village=09");
        var page = await town.As("clerk").PostAsync("/office/declarations/preview", Visitor.FieldsOf(own, "form.column", new { title = "自己的", what = "x", for_whom = "x", ask = "x", subjects = "09-2026-L-0002", sources_1 = "x", sources_1_amount = "1" }));
        Assert.Contains("三号盐田承包合同", page.Page.ToHtml(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> WhoAsync(Func<Visitor, Task<bool>> sees)
    {
        var who = new List<string>();
        foreach (var name in ReadingTown.Names)
            if (await sees(town.As(name))) who.Add(name);
        return who.Order(StringComparer.Ordinal);
    }

    private static async Task<bool> IsListedAsync(Visitor visitor, string list, string path) =>
        (await visitor.GoAsync($"/office/{list}".TrimEnd('/'))).Page.QuerySelectorAll("main a").Any(a => a.GetAttribute("href")!.Split('#')[0] == $"/office/{path}");

    private static async Task<Dictionary<string, string>> FormAsync(Visitor visitor) =>
        new() { ["token"] = Visitor.FieldsOf(await visitor.GoAsync("/office"), ".who form")["token"], ["version"] = "1" };
}
