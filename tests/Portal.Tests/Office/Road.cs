using Transparency.Contracts;
using Transparency.Portal.Tests.Store;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>A road for village 04, brought by forms to any station of its life.</summary>
internal static class Road
{
    public static readonly object Sound = new
    {
        title = "贾家河坞村砂石路", what = "修一条砂石路", for_whom = "招标选定", ask = "镇经管站",
        sources_1 = "镇财政", sources_1_amount = "150000.00", sources_2 = "村集体; =|", sources_2_amount = "30,000",
        budget_1 = "路基整平", budget_1_quantity = "2,800 米", budget_1_price = "", budget_1_amount = "180000",
        deliberation = TestDecisions.Works, body = "正文\n\n- 一\n- 二",
    };

    public static async Task<(Visitor By, Seen File)> DraftedAsync(this OfficeHost host)
    {
        var clerk = await host.SignedInAsync(Clerk);
        var form = await clerk.GoAsync("/office/declarations/new?matter=works-large&village=04");
        var fields = new Dictionary<string, string>(Visitor.FieldsOf(form, "form.column", Sound)) { ["deliberation"] = await TestDecisions.AnotherRoadAsync(host.Store) };
        return (clerk, await clerk.SendAsync(form, "form.column", fields));
    }

    public static async Task<string> DeclaredAsync(this OfficeHost host)
    {
        var (clerk, file) = await host.DraftedAsync();
        Assert.Equal("?done=declare", (await clerk.SendAsync(file, "#act-declare")).Query);
        return file.Id;
    }

    public static async Task<string> OpenedAsync(this OfficeHost host)
    {
        var id = await host.DeclaredAsync();
        await host.DoAsync(Reviewer, id, "pass-review");
        await host.DoAsync(Reviewer, id, "open-window");
        return id;
    }

    /// <summary>Opens the file, presses one button, and expects that it is done.</summary>
    public static async Task<Seen> DoAsync(this OfficeHost host, Officer by, string id, string act, object? fields = null)
    {
        var visitor = await host.SignedInAsync(by);
        var done = await visitor.SendAsync(await visitor.GoAsync($"/office/declarations/{id}"), $"form[action$='/{act}']", fields);
        Assert.Equal((200, $"?done={act}"), (done.Status, done.Query));
        return done;
    }

    public static async Task<Seen> ObjectAsync(this OfficeHost host, string id, string words, string from = "127.0.0.1")
    {
        var visitor = host.Anybody(from);
        var row = await host.RowAsync(id);
        return await visitor.SendAsync(await visitor.GoAsync($"/act/objection?declaration={row.Number.Year}-{row.Number.Ordinal:0000}"), "form.column", new { words, name = "孙小小", contact = "13999998888" });
    }
}
