using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Proposals;
using Transparency.Publishing.Register;

namespace Transparency.Samples;

/// <summary>One proposal in every state that a page can show, each made by real events; received days before it was admitted, signed the day after.</summary>
public static class SampleProposals
{
    /// <summary>The last of its kind: agreed to be named, one more joined, adopted in time, carried by a declaration, result posted.</summary>
    public static ProposalOnRegister Posted { get; } = Told(Bittern(1), new(2025, 9, 12), new(2025, 10, 12),
        Study("固堤场村民委员会", "Villagers' committee of Gudichang", new(2025, 10, 10), new(2025, 9, 16)),
        new ProposalJoined(new("other"), By("镇经管站", "Town economic management station", new(2025, 9, 19))),
        Answer(ProposalOutcome.Adopted, new("采纳。先放六只池子试三个月：\n\n- 花费从村集体年度预算里调整\n- 每月报表里列出来", "Adopted. Six tanks are tried for three months:\n\n- paid from the collective's budget of the year\n- shown in each monthly statement"), 0, new(2025, 10, 11)),
        Carry(SampleDeclarations.ApprovedLastYear.Number, null, new(2025, 10, 31)),
        Carry(SampleDeclarations.ApprovedLastYear.Number, new("gudichang-bittern"), new(2026, 1, 12)),
        new ProposalResultPosted(new("产出氯化镁 9.6 吨，卖得 6,240.00 元。", "It yielded 9.6 tonnes of magnesium chloride, sold for 6,240.00 yuan."), By("镇建设办", "Town works office", new(2026, 3, 20))));

    /// <summary>Refused, for the whole town, its author not named.</summary>
    public static ProposalOnRegister No { get; } = Told(
        Section(2026, 1, null, new("取暖煤不再集中购买，把钱发给各户", "Pay out the money for heating coal instead of buying together"), new("建议把这笔钱分到各户，由各户自己买煤。", "The money would go to each household."), null),
        new(2026, 4, 16), new(2026, 5, 16),
        Study("镇规划建设办公室", "Town planning and works office", new(2026, 5, 8), new(2026, 4, 17)),
        Answer(ProposalOutcome.No, new("不采纳。集中询价能按热值比价，到村后过磅、抽检。", "Not adopted. Bought together, offers are compared by heat, weighed and tested."), 0, new(2026, 5, 12)));

    /// <summary>Adopted in part and four days late; carried out by nothing yet.</summary>
    public static ProposalOnRegister PartlyLate { get; } = Told(
        Section(2026, 2, new("05"), new("渔港码头装路灯", "Lights for the fishing pier"), new("夜里卸货看不清，建议码头装灯，整夜亮着。", "Unloading at night needs lights that burn all night."), "于长河"),
        new(2026, 6, 10), new(2026, 7, 10),
        Study("西利渔村村民委员会", "Villagers' committee of Xili", new(2026, 7, 3), new(2026, 6, 12)),
        Study("镇规划建设办公室", "Town planning and works office", new(2026, 7, 8), new(2026, 6, 30)),
        Answer(ProposalOutcome.Partly, new("装灯采纳；整夜全亮不采纳，夜里十点后留一半。", "Lights are adopted; burning all night is not: half of them after ten."), 4, new(2026, 7, 14)));

    /// <summary>On its way to be carried out, by a declaration of the same village.</summary>
    public static ProposalOnRegister Carried { get; } = Told(
        Section(2026, 3, SampleDeclarations.Road.Section.Village, new("修好进村的路", "Mend the road into the village"), new("雨天进村的路全是泥。", "In rain the road is all mud."), "欧阳建国"),
        new(2026, 7, 20), new(2026, 8, 19),
        Study("镇规划建设办公室", "Town planning and works office", new(2026, 8, 10), new(2026, 7, 22)),
        Answer(ProposalOutcome.Adopted, new("采纳，列入今年的工程。", "Adopted; among this year's works."), 0, new(2026, 8, 18)),
        Carry(SampleDeclarations.Road.Number, null, new(2026, 9, 18)));

    /// <summary>Nine days over on 18 September. Its title is somebody's mischief.</summary>
    public static ProposalOnRegister Overdue { get; } = Told(
        Section(2026, 4, new("07"), new("养殖区路口装<b>减速带</b>"), new("货车多、车速快。\n\n<script>alert(1)</script>"), "于长河"),
        new(2026, 8, 10), new(2026, 9, 9),
        Study("镇规划建设办公室", "Town planning and works office", new(2026, 9, 4), new(2026, 8, 12)));

    /// <summary>Due in five days.</summary>
    public static ProposalOnRegister Studied { get; } = Told(
        Section(2026, 5, null, new("村口公开栏用大字打印", "Large print on the village notice boards"), new("让上了年纪的人不戴镜子也能看清。", "So that old people can read them without glasses."), null),
        new(2026, 8, 24), new(2026, 9, 23),
        Study("镇信息中心", "Town information office", new(2026, 9, 21), new(2026, 8, 27)));

    public static ProposalOnRegister Disclosed { get; } = Told(
        Section(2026, 6, new("09"), new("村卫生室周末也开门", "Open the village clinic at weekends"), new("周末看病要跑到镇上。", "At weekends one has to go to the town."), null),
        new(2026, 9, 14), new(2026, 10, 14));

    public static IReadOnlyList<ProposalOnRegister> All { get; } = [Posted, No, PartlyLate, Carried, Overdue, Studied, Disclosed];

    public static ProposalSection Bittern(int ordinal) => Section(
        2025, ordinal, new("09"), new("晒盐剩下的苦卤别放掉，试着回收", "Do not run the bittern off; try to recover it"), new("苦卤现在晒完盐就排回海里。", "After salt is made, the bittern runs back into the sea."), "苏万顺");

    /// <summary>As the law masks it; the days are those of <see cref="Disclosing"/>.</summary>
    public static ProposalSection Section(int year, int ordinal, VillageCode? village, Text title, Text body, string? author) => new(
        new(year, ordinal), village, village is { } code ? SampleTown.Villages.Single(v => v.Code == code).Name : null, SampleTown.Town.Name, "政府信息公开条例 20",
        default, default, default, title, body, author is null ? null : PublicName.Of(PartyKind.Person, author));

    /// <summary>Received two days before its admission, signed the day after it.</summary>
    public static ProposalDisclosed Disclosing(ProposalSection section, DateOnly admitted, DateOnly due)
    {
        var counted = new Deadline(SampleRules.Book.Deadlines.Rows.Single(r => r.Code == ProposalDecider.AnswerRule), admitted, admitted.AddDays(1), due, []);
        var whole = section with { Received = admitted.AddDays(-2), Admitted = admitted, AnswerDue = due };
        return new(whole, whole.Hash, counted, new(admitted, new("镇经管站", "Town economic management station")), By("镇人民政府", "Town people's government", admitted.AddDays(1)));
    }

    public static ProposalStudied Study(string zh, string en, DateOnly due, DateOnly on) => new(new(zh, en), due, By("镇经管站", "Town economic management station", on));

    public static ProposalAnswered Answer(ProposalOutcome outcome, Text reasons, int late, DateOnly on) => new(outcome, reasons, late, By("镇人民政府", "Town people's government", on));

    public static ProposalCarried Carry(DeclarationNumber? declaration, WorkId? work, DateOnly on) => new(new(declaration, work), By("镇建设办", "Town works office", on));

    public static Signature By(string zh, string en, DateOnly on) => new(new("sample"), new("person-sample"), new(zh, en), Shanghai.At(on, new(9, 0)));

    private static ProposalOnRegister Told(ProposalSection section, DateOnly admitted, DateOnly due, params ProposalEvent[] then) =>
        then.Prepend(Disclosing(section, admitted, due))
            .Aggregate((ProposalOnRegister?)null, (now, e) => ProposalOnRegister.Evolve(now, $"proposal/internal-{section.Number.Year}{section.Number.Ordinal}", e))!;
}
