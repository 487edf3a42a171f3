using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Publishing.Register;

namespace Transparency.Samples;

/// <summary>Rent of a lease in two years, and a clean-up drive with a case in every state.</summary>
public static class SampleLeases
{
    private static readonly Text Committee = new("固堤场村委会", "the villagers' committee of Gudichang");
    private static readonly Text Station = new("镇经管站", "the Town Rural Economy Office");
    private static readonly Text Bookkeeper = new("镇代管会计", "the escrow bookkeeper");
    private static readonly Text Finance = new("固堤场村民主理财小组", "the finance group of Gudichang");
    private static readonly Text Supervision = new("固堤场村务监督委员会");
    private static readonly DriveId Drive = new("saltpans-2026");
    private static readonly Text Title = new("盐田合同清理", "Salt-pan contracts looked through");
    private static readonly AgreementId Pan = SampleAgreements.SaltpanSection.Id;

    /// <summary>Partly paid: one instalment in arrears, one not due yet; the second account of the year.</summary>
    public static RentOnRegister Owed { get; } = Account(
        [
            (new(2026, 7, 6), new(Pan, 2026, new(2026, 6, 30), [new(new(2026, 5, 31), Y(60_000), Yuan.Zero, null, Y(60_000)), new(new(2026, 8, 31), Y(100_000), Yuan.Zero, null, Yuan.Zero), new(new(2026, 12, 31), Y(50_000), Yuan.Zero, null, Yuan.Zero)], [])),
            (new(2026, 9, 14), new(Pan, 2026, new(2026, 9, 10),
                [new(new(2026, 5, 31), Y(60_000), Y(60_000), new DateOnly(2026, 7, 20), Yuan.Zero), new(new(2026, 8, 31), Y(100_000), Y(25_000), new DateOnly(2026, 8, 30), Y(75_000)), new(new(2026, 12, 31), Y(50_000), Yuan.Zero, null, Yuan.Zero)],
                [new(new(2026, 7, 20), Y(60_000), "2026-07-0011"), new(new(2026, 8, 30), Y(25_000))])),
        ]);

    public static RentOnRegister Paid { get; } = Account([(new(2025, 12, 30), new(Pan, 2025, new(2025, 12, 28), [new(new(2025, 10, 10), Y(210_000), Y(210_000), new DateOnly(2025, 10, 9), Yuan.Zero)], [new(new(2025, 10, 9), Y(210_000), "2025-10-0003", new DateOnly(2025, 10, 10))]))]);

    public static DriveOnRegister Running { get; } = DriveOnRegister.Evolve(null, $"drive/{Drive}", new DriveOpened(
        Drive, Title, new("逐份核实盐田承包合同，租金过低、租期过长的依法整改", "Looks through every salt-pan contract; rents too low and terms too long are put right by law"),
        [new("09"), new("11")], By(Station, new(2026, 3, 2))))!;

    /// <summary>A drive that covers the whole town and was closed without a case; no English.</summary>
    public static DriveOnRegister Closed { get; } = DriveOnRegister.Evolve(
        DriveOnRegister.Evolve(null, "drive/ponds-2025", new DriveOpened(new("ponds-2025"), new("鱼塘合同清理"), new("核实鱼塘合同"), [.. SampleTown.Villages.Select(v => v.Code)], By(Station, new(2025, 4, 1)))),
        "drive/ponds-2025", new DriveClosed(By(Station, new(2025, 6, 30))))!;

    /// <summary>Carried to its end, with a page of its own.</summary>
    public static CleanUpOnRegister Done { get; } = Case(SampleAgreements.SaltpanSection.Id, "3 号盐田", "salt pan no. 3", "09", 42_000, 42_000,
        Findings(3, 10), Classified(3, 20, Problem.TermOver, Problem.RentLow), Remedied(9, 3, 36_000),
        new CleanUpDone(Y(36_000), By(Station, new(2026, 9, 12))));

    public static IReadOnlyList<CleanUpOnRegister> Cases { get; } =
    [
        Done,
        Case(new("09-2006-L-0001"), "1 号盐田", "salt pan no. 1", "09", 38_000, 7_600, Findings(3, 11), Classified(3, 20, Problem.RentLow, Problem.NoDecision, Problem.RentArrears), Remedied(9, 8, 52_400)),
        Case(new("09-2009-L-0002"), "2 号盐田", "salt pan no. 2", "09", 21_050, 8_400, Findings(3, 12), Classified(3, 22, Problem.TermOver)),
        Case(new("09-2011-L-0004"), "4 号盐田", null, "09", null, null, Findings(3, 12)),
        Case(new("09-2014-L-0005"), "5 号盐田", "salt pan no. 5", "09", 16_000, 30_000, Findings(3, 13), Classified(3, 23)),
        Case(new("11-2008-L-0001"), "盐垛村东盐田", "the eastern salt pan of Yanduo", "11", 30_000, 5_000, Findings(3, 14), new CleanUpDeferred(new("等待勘测定界结果", "Waiting for the survey of its borders"), By(Committee, new(2026, 4, 2)))),
        Case(new("11-2010-L-0002"), "盐垛村西盐田", "the western salt pan of Yanduo", "11", 28_800, 9_000, Findings(3, 15), Classified(3, 24, Problem.ExpiredOccupied, Problem.Sublet), new CleanUpLitigated(new("到期不交还，已向区法院起诉", "Not handed back at its end; an action has been brought"), By(Station, new(2026, 5, 6)))),
        Case(new("11-2018-L-0003"), "盐垛村南盐田", "the southern salt pan of Yanduo", "11", 12_000, 12_500),
    ];

    public static IReadOnlyList<IPublicRow> All { get; } = [Owed, Paid, Running, Closed, .. Cases];

    private static RentOnRegister Account(IReadOnlyList<(DateOnly Signed, RentSection Section)> editions)
    {
        RentOnRegister? now = null;
        foreach (var (i, (signed, section)) in editions.Index())
            now = RentOnRegister.Evolve(now, $"rent/{section.Agreement}/{section.Year}", new RentDisclosed(i + 1, section, section.Hash, new(section.AsOf, Bookkeeper), new(signed.AddDays(-1), Finance), By(Supervision, signed)));
        return now!;
    }

    private static CleanUpOnRegister Case(AgreementId id, string what, string? whatEn, string village, long? area, long? yearly, params CleanUpEvent[] then)
    {
        var from = id.Year == 2026 ? 2006 : id.Year; // the pan got its new number with its new contract
        var before = new CleanUpSubject(
            id, new($"{what}承包合同", whatEn is null ? null : $"Contract of {whatEn}"), new(village), SampleTown.Villages.First(v => v.Code.Value == village).Name,
            PartyKind.SoleTrader, PublicName.Of(PartyKind.SoleTrader, "固堤盛源盐场"), area is { } a ? new Mu(a) : null, yearly is { } y ? Y(y) : null, new(from, 8, 1), new(from + 50, 7, 31));
        var key = $"case/{Drive}/{id}";
        var listed = CleanUpOnRegister.Evolve(null, key, new CleanUpListed(Drive, Title, before, By(Committee, new(2026, 3, 5))));
        return then.Aggregate(listed, (now, e) => CleanUpOnRegister.Evolve(now, key, e))!;
    }

    private static CleanUpVerified Findings(int month, int day) =>
        new(new("租金多年没有调整，合同约定的期限超过法律规定。", "The rent has not changed for years, and the term agreed is longer than the law allows."), By(Committee, new(2026, month, day)));

    private static CleanUpClassified Classified(int month, int day, params Problem[] problems) => new(problems, By(Station, new(2026, month, day)));

    private static CleanUpRemedied Remedied(int month, int day, int claimed) =>
        new([Remedy.Reprice, Remedy.Shorten, Remedy.Collect], Y(claimed), new("saltpan"), "央政公示〔2026〕5号", CleanUpSubject.Of(SampleAgreements.SaltpanSection), By(Committee, new(2026, month, day)));

    private static Yuan Y(long yuan) => new(yuan * 100);

    private static Signature By(Text unit, DateOnly on) => new(new("sample"), new("sample"), unit, Shanghai.At(on, new(9, 0)));
}
