using Transparency.Publishing.Register;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>The town's payments by forms alone: three persons, each with the page of what would be public before them.</summary>
public sealed class TreasuryFormTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private const string August = "treasury/2026-08";

    private static object Bulbs(string number, string amount = "1860") => new
    {
        voucher = number, date = "2026-08-18", purpose = "路灯灯泡", amount, payee_kind = "organisation", payee = "央子日杂商店",
    };

    [Fact]
    public async Task From_the_first_entry_to_what_the_public_sees_and_back_again()
    {
        office.StepTo(new(2026, 9, 3));
        var clerk = await office.Host.SignedInAsync(TownClerk);
        Assert.Contains("录入本月支付", (await clerk.GoAsync("/office/treasury")).Words, StringComparison.Ordinal);
        await office.DoAsync(TownClerk, August, "enter-treasury-payment", Bulbs("镇财 0818"));
        var empty = await office.RefusedAsync(TownClerk, August, "enter-treasury-payment", Bulbs("2", ""), 422);
        Assert.Equal("#enter-treasury-payment-amount", empty.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Contains("已有凭证号", (await office.RefusedAsync(TownClerk, August, "enter-treasury-payment", Bulbs("镇财 0818", "1"), 422)).Fault, StringComparison.Ordinal);

        var reviewer = await office.Host.SignedInAsync(Reviewer);
        Assert.NotNull((await reviewer.GoAsync("/office")).Page.QuerySelector($".desk a[href='/office/{August}']"));
        Assert.Contains("路灯灯泡", (await reviewer.GoAsync($"/office/{August}/preview")).Words, StringComparison.Ordinal);
        await office.DoAsync(Reviewer, August, "check-treasury");
        var signed = await office.DoAsync(Approver, August, "sign-treasury");
        Assert.NotNull(signed.Page.QuerySelector("a[href='/town/treasury/2026-08/']"));

        await office.DoAsync(TownClerk, August, "reverse-treasury-payment", new { original = "2026-08/镇财 0818", voucher = "镇财 0831", date = "2026-08-31", purpose = "灯泡退货" });
        Assert.Contains("-1,860.00", (await reviewer.GoAsync($"/office/{August}")).Words, StringComparison.Ordinal);
        await office.DoAsync(Reviewer, August, "check-treasury");
        await office.DoAsync(Approver, August, "sign-treasury");
        await using var session = office.Host.Store.QuerySession();
        var row = (await session.LoadAsync<TreasuryOnRegister>(August))!;
        Assert.Equal((2, 0, "2026-08/镇财 0831"), (row.Current.Ordinal, row.Section.Total.Fen, row.BackOf("镇财 0818")?.ToString()));
    }

    [Fact]
    public async Task Whatever_is_posted_one_person_makes_nothing_public()
    {
        const string July = "treasury/2026-07";
        office.StepTo(new(2026, 9, 3));
        await office.DoAsync(TownClerk, July, "enter-treasury-payment", new { voucher = "1", date = "2026-07-18", purpose = "路灯灯泡", amount = "9", payee_kind = "organisation", payee = "商店" });
        var before = await office.VersionAsync(July);
        foreach (var (officer, status) in new[] { (TownClerk, 403), (Clerk, 404), (Bookkeeper, 404) })
        {
            var visitor = await office.Host.SignedInAsync(officer);
            var page = await visitor.GoAsync("/office");
            var fields = new Dictionary<string, string> { ["token"] = Visitor.FieldsOf(page, ".who form")["token"], ["version"] = $"{before}", ["hash"] = new('0', 64) };
            foreach (var act in new[] { "check-treasury", "sign-treasury" })
                Assert.Equal(status, (await visitor.PostAsync($"/office/{July}/acts/{act}", fields)).Status);
        }
        Assert.Equal(before, await office.VersionAsync(July));
        Assert.Equal(404, (await (await office.Host.SignedInAsync(Clerk)).GoAsync("/office/treasury")).Status);
    }
}
