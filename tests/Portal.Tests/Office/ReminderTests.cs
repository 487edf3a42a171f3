using Transparency.Contracts;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>The desk reminds of last days before they come and after they have passed, and of those only that the officer may see.</summary>
public sealed class ReminderTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    [Fact]
    public async Task A_window_and_an_answer_are_named_before_their_last_day_and_after_it()
    {
        var id = await office.Host.OpenedAsync();
        await office.Host.ObjectAsync(id, "谁来养护？", "127.0.6.1");
        var row = await office.Host.RowAsync(id);
        Assert.Contains("意见要在这天以前答复", await RemindersOfAsync(Reviewer), StringComparison.Ordinal);
        Assert.Contains("还剩 4 天", await RemindersOfAsync(Reviewer), StringComparison.Ordinal);
        Assert.Contains("公示期满", await RemindersOfAsync(Clerk), StringComparison.Ordinal);
        Assert.DoesNotContain(row.Section.Title.Zh, await RemindersOfAsync(OtherClerk), StringComparison.Ordinal);

        office.StepTo(new(2026, 9, 21));
        Assert.Contains("今天到期", await RemindersOfAsync(Reviewer), StringComparison.Ordinal);
        office.StepTo(new(2026, 9, 23));
        Assert.Contains("已过 2 天", await RemindersOfAsync(Reviewer), StringComparison.Ordinal);

        await office.Host.DoAsync(Reviewer, id, "settle-objection", new { summary = "问", answer = "答" });
        Assert.DoesNotContain("意见要在这天以前答复", await RemindersOfAsync(Reviewer), StringComparison.Ordinal);
    }

    private async Task<string> RemindersOfAsync(Officer officer) =>
        (await (await office.Host.SignedInAsync(officer)).GoAsync("/office")).Page.QuerySelector(".reminders")?.TextContent ?? "";
}
