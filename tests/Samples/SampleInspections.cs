using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Publishing.Register;

namespace Transparency.Samples;

/// <summary>
/// Inspections of the sample town: one of the first half of 2026 on its way (a village with findings, cured in time, late and open; one without; one whose result is not public),
/// one that is closed, one that was cancelled before its draw.
/// </summary>
public static class SampleInspections
{
    public const string Half = "pine-harbour-salt-2026";

    public static readonly InspectionPlan Plan = PlanOf("2026-2", new("2026年上半年村级财务检查", "Inspection of the first half of 2026"), new(2026, 1), new(2026, 6), 3, Half);

    /// <summary>The first village that the draw gives.</summary>
    public static readonly VillageCode First = DrawRecipe.Of(Half, 417, Plan.Codes).Places[0].Village;

    public static readonly VillageCode Second = DrawRecipe.Of(Half, 417, Plan.Codes).Places[1].Village;

    public static readonly InspectionResult Found = ResultOf(Plan, First,
        Of(1, SampleRules.NoInvoice, new Month(2026, 4), new("3 笔运费共 2,160.00 元没有发票。", "Three transports, 2,160.00 yuan in all, without an invoice."), new(2026, 8, 7)),
        Of(2, SampleRules.LateBankIn, new Month(2026, 5), new("摊位费 1,800.00 元隔了 9 天才存入专户。", "1,800.00 yuan of stall fees were banked nine days later."), new(2026, 8, 7)),
        Of(3, SampleRules.NoInvoice, null, new("<b>误工补贴</b>签领表缺 2 人签字。"), new(2026, 10, 15)));

    public static InspectionOnRegister Running { get; } = Told(Plan,
        new InspectionNumberCalled(417, By("村务监督委员会", "Village supervision committee", 2026, 7, 15)),
        new InspectionVillagesDrawn(DrawRecipe.Of(Half, 417, Plan.Codes), By("镇经管站", "Town economic management station", 2026, 7, 15)),
        Published(Found, 2026, 7, 24),
        Published(ResultOf(Plan, Second), 2026, 7, 24),
        Cured(1, new("补来发票 3 张。", "Three invoices have been brought."), new(2026, 8, 5), 0),
        Cured(2, new("钱已存入，并定了当日存入的规矩。", "The money is in the bank, and receipts are now banked on the day."), new(2026, 8, 12), 5));

    public static InspectionOnRegister Closed { get; } = Finished();

    public static InspectionOnRegister Cancelled { get; } = Told(
        PlanOf("2026-3", new("盐田收入专项检查", "Inspection of salt-pan receipts"), new(2026, 7), new(2026, 7), 2, Half),
        new InspectionCancelled(new("与县里的检查重复。", "The county inspects the same."), By("镇财政所", "Town finance office", 2026, 8, 14)));

    public static IReadOnlyList<InspectionOnRegister> All { get; } = [Running, Closed, Cancelled];

    public static InspectionResult ResultOf(InspectionPlan plan, VillageCode village, params IReadOnlyList<Finding> findings) => new(plan.Id, village, plan.NameOf(village), plan.Town, plan.From, plan.To, findings);

    private static InspectionOnRegister Finished()
    {
        var plan = PlanOf("2026-1", new("2025年第四季度村级财务检查", "Inspection of the fourth quarter of 2025"), new(2025, 10), new(2025, 12), 1, "first-draw-of-the-town");
        var draw = DrawRecipe.Of("first-draw-of-the-town", 88, plan.Codes);
        return Told(plan,
            new InspectionNumberCalled(88, By("村务监督委员会", "Village supervision committee", 2026, 1, 20)),
            new InspectionVillagesDrawn(draw, By("镇经管站", "Town economic management station", 2026, 1, 20)),
            Published(ResultOf(plan, draw.Places[0].Village), 2026, 1, 28),
            new InspectionClosed(By("镇财政所", "Town finance office", 2026, 1, 29)));
    }

    private static InspectionPlan PlanOf(string id, Text title, Month from, Month to, int count, string half) => new(
        new(id), title, SampleTown.Town.Name, from, to, [.. SampleTown.Villages.Select(v => new PooledVillage(v.Code, v.Name))], count, new("镇经管站、镇财政所", "Town economic management station and town finance office"),
        to.Next.Next.First.AddDays(-12), to.Next.Next.First.AddDays(-8), DrawRecipe.Name, DrawRecipe.Commitment(half), "农村集体经济组织财务制度");

    private static Finding Of(int ordinal, FindingCode code, Month? month, Text what, DateOnly until) => new(ordinal, code.Code, code.Name, code.Law, month, what, until);

    private static InspectionResultPublished Published(InspectionResult result, int year, int month, int day) =>
        new(result, result.Hash, new(new(year, month, day - 1), new("镇经管站", "Town economic management station")), By("镇人民政府", "Town people's government", year, month, day));

    private static InspectionCureAccepted Cured(int ordinal, Text what, DateOnly on, int late) =>
        new(First, ordinal, what, new(on, new("村委会", "Village committee")), late, By("镇经管站", "Town economic management station", on.AddDays(2).Year, on.AddDays(2).Month, on.AddDays(2).Day));

    private static InspectionOnRegister Told(InspectionPlan plan, params InspectionEvent[] then)
    {
        var planned = new InspectionPlanned(plan, By("镇财政所", "Town finance office", plan.First.AddDays(-7).Year, plan.First.AddDays(-7).Month, plan.First.AddDays(-7).Day));
        return then.Prepend(planned).Aggregate((InspectionOnRegister?)null, (now, e) => InspectionOnRegister.Evolve(now, $"inspection/{plan.Id}", e))!;
    }

    private static Signature By(string zh, string en, int year, int month, int day) => new(new("sample"), new("sample"), new(zh, en), Shanghai.At(new(year, month, day), new(9, 0)));
}
