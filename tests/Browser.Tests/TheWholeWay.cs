using System.Text;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Transparency.Browser.Tests.Towns;
using UglyToad.PdfPig;

namespace Transparency.Browser.Tests;

/// <summary>A matter from its first word to the last file that carries it, by four persons in a browser.</summary>
public sealed class TheWholeWay : IAsyncLifetime
{
    private const string Title = "贾家河坞村砂石路修建工程";
    private const string English = "Sandstone road for Jiajiahewu Village";
    private const string Page = "/declarations/2026/0002/";

    private OpenTown town = null!;

    public async Task InitializeAsync()
    {
        // One old declaration; the new one takes the next number.
        town = await OpenTown.StartAsync(acts: 5, "08-2026-D-0001", "04-2026-D-0001");
    }

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task From_draft_to_every_file()
    {
        await DeclareAsync();
        await ReviewAndOpenAsync();
        await UntilServedAsync(Page, Title, "正在公示");
        await UntilAsync(async () => (await PdfAsync("")).Length > 0, "the sheet of the opening");
        var receipt = await ObjectWithoutScriptAsync();
        await AnswerTheObjectionAsync();
        await UntilServedAsync(Page, "路归村委会管", "镇经管站");
        await LookUpAsync(receipt);
        await PassTheWindowAsync();
        await ApproveAsync();
        // The first edition's sheet has moved to its own place; the newest follows a moment after its page.
        await UntilAsync(async () => Convert.ToHexString(await PdfAsync("")) != Convert.ToHexString(await PdfAsync("e/1/")), "the sheet of the approval");
        await EverythingCarriesItAsync();
    }

    private async Task DeclareAsync()
    {
        var clerk = await town.SignInAsync("jia-wenhai");
        await clerk.ClickAsync("text=新的申报");
        await clerk.SelectOptionAsync("#matter", "works-large");
        await clerk.SelectOptionAsync("#village", "04");
        await clerk.ClickAsync("main button");
        await clerk.ClickAsync("details.english > summary");
        foreach (var (field, words) in new[]
        {
            ("title", Title), ("title_en", English), ("what", "修一条 2,800 米的砂石路，从村口到盐田道"), ("what_en", "Build 2,800 m of sandstone road from the village entrance to the salt-pan road"), ("for_whom", "公开招标选定"), ("for_whom_en", "Chosen by tender"),
            ("sources_1", "镇财政"), ("sources_1_amount", "120000.00"),
            ("body", "现在走的是土路，雨天积水。"), ("body_en", "It is a dirt track now."),
        }) await clerk.FillAsync($"#{field}", words);
        await clerk.SelectOptionAsync("#deliberation", "04-2026-D-0001");
        await clerk.ClickAsync("button:has-text('保存草稿')");
        await clerk.ClickAsync("#act-declare button");
        await SaysAsync(clerk, "已申报");
        await clerk.Context.CloseAsync();
    }

    private async Task ReviewAndOpenAsync()
    {
        var reviewer = await town.SignInAsync("zhou-lan");
        await reviewer.ClickAsync($"text={Title}");
        // What he passes is what he sees: the page as the public will see it.
        await reviewer.FrameLocator("iframe.preview").Locator($"h1:has-text('{Title}')").WaitForAsync();
        await reviewer.ClickAsync("#act-pass-review button");
        await SaysAsync(reviewer, "审核已通过");
        Assert.Equal(404, (int)(await town.Client.GetAsync(Page)).StatusCode);
        await reviewer.ClickAsync("#act-open-window button");
        await SaysAsync(reviewer, "公示已开始");
        await reviewer.Context.CloseAsync();
    }

    private async Task<string> ObjectWithoutScriptAsync()
    {
        var visitor = await town.VisitAsync(script: false);
        await visitor.GotoAsync(Page);
        await visitor.ClickAsync("a.button.first");
        await visitor.FillAsync("#words", "修好以后谁来管？");
        await visitor.FillAsync("#name", "贾满仓");
        await visitor.ClickAsync("main button");
        var receipt = await visitor.Locator(".receipt strong").InnerTextAsync();
        await visitor.Context.CloseAsync();
        return receipt;
    }

    private async Task AnswerTheObjectionAsync()
    {
        var reviewer = await town.SignInAsync("zhou-lan");
        await reviewer.ClickAsync($"text={Title}");
        await reviewer.GetByText("修好以后谁来管？").WaitForAsync();
        await reviewer.FillAsync("[name=summary]", "修好以后归谁管护");
        await reviewer.FillAsync("[name=answer]", "路归村委会管护。");
        await reviewer.ClickAsync(".letter button");
        await SaysAsync(reviewer, "答复已公开");
        await reviewer.Context.CloseAsync();
    }

    private async Task LookUpAsync(string receipt)
    {
        var visitor = await town.VisitAsync(script: false);
        await visitor.GotoAsync("/act/receipt");
        await visitor.FillAsync("#code", receipt);
        await visitor.ClickAsync("main button");
        await visitor.ClickAsync("text=看答复");
        await visitor.GetByText("路归村委会管护").WaitForAsync();
        Assert.DoesNotContain("贾满仓", await visitor.ContentAsync(), StringComparison.Ordinal);
        await visitor.Context.CloseAsync();
    }

    /// <summary>18 September to midnight after the 24th: by the administrator's own button, a day at a time.</summary>
    private async Task PassTheWindowAsync()
    {
        var administrator = await town.SignInAsync("zhao-min");
        for (var day = 19; day <= 25; day++)
        {
            await administrator.ClickAsync($"button:has-text('9月{day}日')");
            await administrator.GetByText($"示范时间现在是 2026年9月{day}日").WaitForAsync();
        }
        await administrator.Context.CloseAsync();
        town.Services.GetRequiredService<IRecurringJobManager>().Trigger("close-windows");
        await UntilServedAsync(Page, "公示期满");
    }

    private async Task ApproveAsync()
    {
        var approver = await town.SignInAsync("feng-xue");
        await approver.ClickAsync($"text={Title}");
        await approver.ClickAsync("#act-approve button");
        await SaysAsync(approver, "已批准");
        await approver.Context.CloseAsync();
    }

    private async Task EverythingCarriesItAsync()
    {
        await UntilServedAsync(Page, Title, "已批准");
        await UntilServedAsync($"/en{Page}", English, "Approved");
        await UntilServedAsync("/feed.atom", Title, "已批准");
        await UntilServedAsync("/data/declarations-2026.csv", $"央政公示〔2026〕2号,{Title},", "已批准,120000.00");
        var notice = await town.Client.GetByteArrayAsync($"{Page}notice.json");
        Assert.Contains("\"kind\": \"Approval\"", Encoding.UTF8.GetString(notice), StringComparison.Ordinal);

        using var pdf = PdfDocument.Open(await town.Client.GetByteArrayAsync($"{Page}notice.pdf"));
        var text = string.Concat(pdf.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);
        Assert.All(new[] { Title, "央政公示〔2026〕2号", "120,000.00", "已批准" }, words => Assert.True(text.Contains(words, StringComparison.Ordinal), $"{words} is not in: {text}"));
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.Equal(notice, Assert.Single(files).Bytes.ToArray());
    }

    private Task<byte[]> PdfAsync(string edition) => town.Client.GetByteArrayAsync($"{Page}{edition}notice.pdf");

    private static Task SaysAsync(IPage page, string words) => page.Locator(".note.done", new() { HasTextString = words }).WaitForAsync();

    /// <summary>Until what is served under this path holds all these words.</summary>
    private Task UntilServedAsync(string path, params string[] words) => UntilAsync(async () =>
    {
        var text = await town.Client.GetStringAsync(path);
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }, $"{path}: {string.Join(", ", words)}");

    /// <summary>Asks again and again until it is so; what is not there yet counts as no.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await AnswerAsync(isSo))
        {
            Assert.False(limit.IsCancellationRequested, $"waited in vain for {what}");
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private static async Task<bool> AnswerAsync(Func<Task<bool>> isSo)
    {
        try
        {
            return await isSo();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
