using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;

namespace Transparency.Samples;

/// <summary>Gudichang's money in the summer of 2026, and who keeps it.</summary>
public static class SampleLedgers
{
    public static readonly VillageCode Village = SampleRules.Gudichang;
    public static readonly Month July = new(2026, 7);
    public static readonly Month August = new(2026, 8);
    public static readonly Yuan Opening = new(1_110_653_70);

    public static readonly Officer Clerk = SampleOfficers.OtherClerk;
    public static readonly Officer Bookkeeper = Of("bookkeeper", new("镇代管会计站", "Town escrow office"), Role.Bookkeeper);
    public static readonly Officer SecondBookkeeper = Of("second-bookkeeper", new("镇代管会计站", "Town escrow office"), Role.Bookkeeper);
    public static readonly Officer FinanceGroup = Of("finance-group", new("固堤场村民主理财小组", "Gudichang finance group"), Role.FinanceGroup);
    public static readonly Officer Supervision = Of("supervision", new("固堤场村务监督委员会", "Gudichang supervision committee"), Role.Supervision);

    public static readonly StatementWords NoWords = new([], [], null);

    public static readonly Voucher Rent = new(
        "0801", new(2026, 8, 3), new("3 号盐田承包费", "Rent of salt pan no. 3"), SampleAccounts.Received(SampleAccounts.RentSaltpan, new(150_000_00)),
        new(PartyKind.Person, PublicName.Of(PartyKind.Person, "欧阳海"), new("v-09-2026-08-0801")), [], new AgreementId("09-2026-L-0003"));

    public static readonly Voucher Ditch = new(
        "0802", new(2026, 8, 7), new("水渠清淤人工，12 人 3 天", "Clearing the ditch, 12 people, 3 days"), SampleAccounts.Paid(SampleAccounts.Wages, new(5_400_00)),
        new(PartyKind.Organisation, new("固堤场劳务合作社", "Gudichang labour co-operative")), SampleAccounts.Joint);

    public static readonly Voucher Stove = new(
        "0803", new(2026, 8, 30), new("小学取暖设备维修"), SampleAccounts.Paid(SampleAccounts.Repairs, new(3_200_00)), new(PartyKind.SoleTrader, new("海源取暖设备店")), [Approver.PartySecretary, Approver.VillageHead]);

    public static readonly IReadOnlyList<Voucher> Vouchers = [Rent, Ditch, Stove];

    /// <summary>The bank has not carried out the last voucher yet.</summary>
    public static readonly IReadOnlyList<BankLine> Lines =
        [new(new(2026, 8, 4), "0801", new(150_000_00), Yuan.Zero), new(new(2026, 8, 9), "", Yuan.Zero, new(5_400_00))];

    public static readonly Yuan BankClosing = new(1_110_653_70 + 150_000_00 - 5_400_00);

    /// <summary>09:00 of a day of September, when August's statement is made.</summary>
    public static DateTimeOffset On(int day) => Shanghai.At(new(2026, 9, day), new(9, 0));

    public static Book BookOf(Month month, Yuan? opening, params IEnumerable<Voucher> vouchers) =>
        new Book.Open(Village, month, opening, [], [.. vouchers.Select(v => new EnteredVoucher(v, Clerk.Person))], [Clerk.Person]);

    public static SubLedger Booked(params IEnumerable<Voucher> vouchers) => new([.. vouchers.Select(v => new BookedVoucher(v.Number, v.In, v.Out))], [], [Bookkeeper.Person], null);

    /// <summary>August as the village's first month under escrow, ready for its statement.</summary>
    public static Ledgers Ready => new(
        Village, August, BookOf(August, Opening, Vouchers), Booked(Vouchers),
        BankOf(August, Opening, Lines, BankClosing), null, null, Budget.None);

    public static BankMonth.Entered BankOf(Month month, Yuan opening, IReadOnlyList<BankLine> lines, Yuan closing) => new(Village, month, opening, lines, closing, [], 0, [Bookkeeper.Person], false);

    public static StatementSection Section => ((Result<StatementSection>.Of)Ready.Section(SampleRules.Book, NoWords)).Value;

    private static Officer Of(string name, Text unit, Role role) =>
        new(new(name), new($"person-{name}"), unit, [role], role is Role.FinanceGroup or Role.Supervision ? [Village] : []);
}
