using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Values that cannot be meant are told where they are typed, with what was typed and how to write it.</summary>
[Collection(OneOffice.Name)]
public class TypedValueTests(OfficeHost host)
{
    [Theory]
    [InlineData("title", "砂石路\uFFFE", "第 4 个字符（U+FFFE）")]
    [InlineData("title", "\u200B", "只有看不见的字符")]
    [InlineData("what", "修路\u202E0002", "（U+202E）会颠倒")]
    [InlineData("title", "砂石路\U0001F600", "\U0001F600 U+1F600")]
    [InlineData("title", "\u0645\u0631\u062D", "\u0645 U+0645, \u0631 U+0631, \u062D U+062D")]
    [InlineData("title_en", "A road\U0001F600", "U+1F600")]
    [InlineData("sources_1_amount", "1,80", "写成 1.80；如果没有小数，请写成 180。")]
    [InlineData("budget_1_amount", "12,50.5", "请写成 1250.5。")]
    public async Task A_form_names_the_character_or_the_number_and_keeps_what_was_typed(string field, string typed, string told)
    {
        var (clerk, file) = await host.DraftedAsync();
        var form = await clerk.GoAsync($"/office/declarations/{file.Id}/redraft");
        var fields = Visitor.FieldsOf(form, "form.column");
        fields[field] = typed;
        var refused = await clerk.PostAsync($"/office/declarations/{file.Id}/redraft", fields);
        Assert.Equal(422, refused.Status);
        Assert.Contains(told, refused.Fault, StringComparison.Ordinal);
        Assert.Equal(typed, Visitor.FieldsOf(refused, "form.column")[field]);
        Assert.Equal(1, await host.VersionAsync(file.Id));
    }

    [Fact]
    public async Task A_character_for_private_use_is_taken_and_warned_of()
    {
        var (clerk, file) = await host.DraftedAsync();
        Assert.DoesNotContain("群众多半看不到", file.Words, StringComparison.Ordinal);
        var form = await clerk.GoAsync($"/office/declarations/{file.Id}/redraft");
        var taken = await clerk.SendAsync(form, "form.column", new { title = "砂石路\uE000" });
        Assert.Equal((200, "?done=redraft"), (taken.Status, taken.Query));
        Assert.Contains("群众多半看不到，公示文书也印不出来：U+E000", taken.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200B\u200B")]
    [InlineData("\u2800")]
    [InlineData("\u3164")]
    [InlineData("好\uFFFE")]
    public async Task A_letter_of_which_nothing_can_be_read_is_not_taken(string words)
    {
        var id = await host.OpenedAsync();
        Assert.Equal(422, (await host.ObjectAsync(id, words, "127.0.2.61")).Status);
    }

    [Theory]
    [InlineData("9999-12-31", "9999年12月31日")]
    [InlineData("0001-01-01", "1年1月1日")]
    [InlineData("1948-12-31", "1949年1月1日")]
    public async Task The_calculator_says_between_which_days_it_counts(string day, string told)
    {
        foreach (var rule in new[] { "PETITION_NOTICE", "PUBLICITY_DEFAULT", "CLARIFICATION" })
        {
            var seen = await host.Anybody().GoAsync($"/act/deadline?rule={rule}&day={day}");
            Assert.Equal(422, seen.Status);
            Assert.Contains(told, seen.Fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_months_page_far_away_is_not_there()
    {
        var officer = await host.SignedInAsync(Everyone);
        foreach (var month in new[] { "9999-12", "0001-01", "2200-01" })
            Assert.Equal(404, (await officer.GoAsync($"/office/statements/09/{month}")).Status);
        Assert.Equal(404, (await officer.GoAsync("/office/budgets/09/9999")).Status);
        Assert.Equal(404, (await officer.GoAsync("/office/rent/09-2026-L-0003/9999")).Status);
    }
}
