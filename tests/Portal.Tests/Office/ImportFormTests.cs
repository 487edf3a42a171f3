using Transparency.Portal.Cases;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Files by upload: looked through first, stored whole or not at all.</summary>
public class ImportFormTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private const string Head = "village,date,voucher,summary,income,expense,item,payee_kind,payee,approvers\n";

    [Fact]
    public async Task A_bad_row_is_named_in_the_officers_language_and_nothing_is_stored()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var page = await clerk.GoAsync("/office/import?kind=vouchers&lang=en");
        var found = await clerk.UploadAsync(page, "vouchers", "三月.csv", $"{Head}09,2026-03-01,0301,电费,,10.00,电费,organisation,供电公司,党支部书记、村委会主任\n09,2026-03-02,0302,电费,,十元,power,organisation,供电公司\n");
        Assert.Equal(422, found.Status);
        Assert.Contains("三月.csv", found.Fault, StringComparison.Ordinal);
        Assert.Contains("row 3", found.Fault, StringComparison.Ordinal);
        Assert.Null(found.Page.QuerySelector("#confirm"));
        Assert.Equal(0, await office.VersionAsync("book/09/2026-03"));
    }

    [Fact]
    public async Task A_good_file_is_stored_when_it_is_confirmed_and_once()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var looked = await clerk.UploadAsync(await clerk.GoAsync("/office/import"), "vouchers", "二月.csv", $"{Head}09,2026-02-01,0201,电费,,10.00,电费,organisation,供电公司,党支部书记、村委会主任\n");
        Assert.Equal(200, looked.Status);
        Assert.Equal(["固堤场村", "2026-02", "1", "0.00", "10.00", "0", "0"], looked.Page.QuerySelectorAll("table tbody tr td").Select(c => c.TextContent.Trim()));
        Assert.Equal(0, await office.VersionAsync("book/09/2026-02"));
        Assert.Equal("?kind=vouchers&stored=1&there=0", (await clerk.SendAsync(looked, "#confirm")).Query);
        Assert.Equal(1, await office.VersionAsync("book/09/2026-02"));
        var again = await clerk.SendAsync(looked, "#confirm");
        Assert.Equal(422, again.Status);
        Assert.Contains("重新上传", again.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_are_those_of_the_verb()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var page = await clerk.GoAsync("/office/import");
        Assert.Null(page.Page.QuerySelector("option[value=officers]"));
        Assert.Equal(403, (await clerk.UploadAsync(page, "officers", "x.csv", "key\n")).Status);
        Assert.Equal(404, (await clerk.GoAsync("/office/import/officers/template")).Status);
        Assert.Contains("不能导入", (await (await office.Host.SignedInAsync(FinanceGroup)).GoAsync("/office/import")).Words, StringComparison.Ordinal);
        var other = await clerk.UploadAsync(page, "vouchers", "一月.csv", $"{Head}04,2026-01-01,0101,电费,,10.00,电费,organisation,供电公司,党支部书记、村委会主任\n");
        Assert.Equal(422, other.Status);
        Assert.Equal(0, await office.VersionAsync("book/04/2026-01"));
    }

    [Fact]
    public async Task What_is_no_table_is_refused_in_words()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var page = await clerk.GoAsync("/office/import");
        Assert.Equal(422, (await clerk.UploadAsync(page, "vouchers", "x.pdf", "%PDF")).Status);
        Assert.Equal(422, (await clerk.UploadAsync(page, "vouchers", "空.csv", "")).Status);
        Assert.Equal(422, (await clerk.UploadAsync(page, "vouchers", "../../../x.csv", "什么\n1\n")).Status);
        Assert.Equal(413, (await clerk.UploadAsync(page, "vouchers", "大.csv", new string('x', 11_000_000))).Status);
    }

    [Fact]
    public async Task Every_kind_has_its_empty_sheet()
    {
        var everyone = await office.Host.SignedInAsync(Everyone);
        var page = await everyone.GoAsync("/office/import");
        foreach (var link in page.Page.QuerySelectorAll("a[href$='/template']")) Assert.Equal(200, (await everyone.GoAsync(link.GetAttribute("href")!)).Status);
        Assert.Equal(FileKinds.Imports.Count, page.Page.QuerySelectorAll("a[href$='/template']").Length);
    }
}
