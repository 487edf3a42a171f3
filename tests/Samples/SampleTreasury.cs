using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Treasury;
using Transparency.Publishing.Register;

namespace Transparency.Samples;

/// <summary>What the sample town paid: a month signed twice, of which one payment was taken back a month later; one text tries to be markup.</summary>
public static class SampleTreasury
{
    private static readonly Text Finance = new("镇财政所", "Town finance office");
    private static readonly Text Station = new("镇经管站", "Town economic management station");
    private static readonly Text Government = new("镇人民政府", "Town people's government");
    private static readonly Month June = new(2026, 6);

    private static readonly TreasuryPayment Coal = Paid(
        "镇财 2026-0612-01", 12, new("取暖煤尾款", "Last payment for heating coal"), new("寒亭北海煤炭物流有限公司", "Hanting Beihai Coal Logistics Co., Ltd."), 2_792_160)
        with { Tender = SampleTenders.Coal.Tender, Lot = 1 };

    private static readonly TreasuryPayment Bulbs = Paid(
        "镇财 2026-0618-02", 18, new("路灯灯泡", "Bulbs for street lamps"), new("央子日杂商店", "Yangzi General Store"), 186_000);

    private static readonly TreasuryPayment Hostile = Paid("镇财 2026-0625-03", 25, new("<script>alert(1)</script> 会议用水"), new("饮水站"), 4_500);

    private static readonly TreasuryPayment Back = Bulbs.TakenBackBy("镇财 2026-0703-01", new(2026, 7, 3), new("灯泡退货", "Bulbs returned"), June);

    public static TreasuryOnRegister Corrected { get; } = TreasuryOnRegister.Evolve(
        Signed(Signed(null, 1, June, new(2026, 6, 19), Coal, Bulbs), 2, June, new(2026, 7, 1), Coal, Bulbs, Hostile), "treasury/2026-06",
        new TreasuryPaymentTakenBack(Bulbs.Number, new(June.Next, Back.Number), By(new(2026, 7, 6))))!;

    public static TreasuryOnRegister TakesBack { get; } = Signed(null, 1, June.Next, new(2026, 7, 6), Back);

    public static IReadOnlyList<TreasuryOnRegister> All { get; } = [Corrected, TakesBack];

    private static TreasuryPayment Paid(string number, int day, Text purpose, PublicName payee, long fen) =>
        new(number, new(2026, 6, day), purpose, new(PartyKind.Organisation, payee), new(fen));

    private static TreasuryOnRegister Signed(TreasuryOnRegister? before, int edition, Month month, DateOnly on, params TreasuryPayment[] payments)
    {
        var section = new TreasurySection(SampleTown.Town.Name, month, "《政府信息公开条例》第20条、第21条", [.. payments.Select(TreasuryLine.Of)]);
        return TreasuryOnRegister.Evolve(before, $"treasury/{month}", new TreasuryDisclosed(
            edition, section, section.Hash, new(on.AddDays(-2), Finance), new(on.AddDays(-1), Station), By(on)))!;
    }

    private static Signature By(DateOnly on) => new(new("sample"), new("sample"), Government, Shanghai.At(on, new(16, 0)));
}
