using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;

namespace Transparency.Bench.Sampling;

/// <summary>
/// What synthetic declarations and agreements say: a bill of about forty lines for works, a contract for a lease. The village decision
/// is put in by the case.
/// </summary>
internal static class SampledContent
{
    private static readonly Text VillageMoney = new("村集体", "village collective");
    private static readonly Text TownMoney = new("镇财政", "town budget");

    /// <summary>Village works with a bill of 36 to 44 lines.</summary>
    public static DeclarationContent Works(SampleTown town, Chance chance, int place)
    {
        var village = chance.Of(town.Villages);
        var (work, ordinal) = (chance.Of(town.Words["work"]), (place + 1).ToString(CultureInfo.InvariantCulture));
        List<BudgetLine> bill = [.. Enumerable.Range(0, chance.Between(36, 44)).Select(_ => Line(town, chance))];
        var sum = bill.Sum(line => line.Amount);
        var fromTown = new Yuan(sum.Fen / 5 * chance.Between(1, 4));
        return new(
            new($"{village.Name.Zh}{work.Zh}（第 {ordinal} 件）", $"{village.Name.En}: {work.En} (case {ordinal})"),
            "works-large", village.Code,
            new($"为{village.Name.Zh}实施{work.Zh}，清单共 {bill.Count} 项", $"{Capital(work.En!)} for {village.Name.En}, {bill.Count} items in the bill"),
            new("公开询价选定施工单位，受益的是全体村民", "A contractor chosen by open quotations; all villagers benefit"), Ask,
            [new(TownMoney, fromTown), new(VillageMoney, sum - fromTown)], bill, Body(village, work), null, []);
    }

    /// <summary>A lease, with the agreement that its declaration carries.</summary>
    public static (DeclarationContent Declaration, AgreementContent Agreement) Lease(
        SampleTown town, Chance chance, AgreementId id, Village village, int place, DateOnly opened)
    {
        var agreement = LeaseContract(town, chance, village, place, opened);
        var declaration = new DeclarationContent(
            new($"{agreement.Title.Zh}公示", $"{agreement.Title.En}: declaration"), "lease-asset", village.Code,
            new($"发包{agreement.Asset.Zh}", $"Letting {agreement.Asset.En}"), new("出价最高的本镇经营者", "The highest bidder of the town"), Ask,
            [], [], Body(village, agreement.Title), null, [id]);
        return (declaration, agreement);
    }

    private static AgreementContent LeaseContract(SampleTown town, Chance chance, Village village, int place, DateOnly opened)
    {
        var which = chance.Between(0, town.Words["asset"].Count - 1);
        var (asset, purpose) = (town.Words["asset"][which], town.Words["purpose"][which]);
        var (number, years) = (chance.Between(1, 60), chance.Between(3, 20));
        var (company, yearly) = (chance.Of(town.Words["company"]), new Yuan(chance.Between(80, 4_000) * 100_00L));
        var title = new Text(
            $"{village.Name.Zh}{number}{asset.Zh}承包合同（第 {place + 1} 件）", $"Lease of {asset.En} {number}, {village.Name.En} (case {place + 1})");
        var what = new Text(
            $"{village.Name.Zh}{number}{asset.Zh}，四至以现场界桩为准", $"{Capital(asset.En!)} {number} of {village.Name.En}, within its boundary posts");
        return new(
            title, AgreementKind.Lease, village.Code, new(PartyKind.Organisation, PublicName.Of(PartyKind.Organisation, company.Zh, company.En)),
            what, new Mu(chance.Between(500, 60_000)),
            opened.AddDays(30), opened.AddDays(29).AddYears(years), new(yearly.Fen * years), yearly,
            new("每年 12 月 31 日前交下一年租金", "Next year's rent is due by 31 December each year"), purpose);
    }

    private static Text Ask => new("镇经管站 203 室，电话 0536-0000203；村口意见箱", "Room 203, town hall, tel. 0536-0000203; the box at the village gate");

    private static BudgetLine Line(SampleTown town, Chance chance)
    {
        var (item, unit) = (chance.Of(town.Words["item"]), chance.Of(town.Words["unit"]));
        var (quantity, price) = (chance.Between(1, 400), new Yuan(chance.Between(8, 240) * 50L));
        var figure = quantity.ToString(CultureInfo.InvariantCulture);
        return new(item, new($"{figure} {unit.Zh}", $"{figure} {unit.En}"), price, new(price.Fen * quantity));
    }

    private static Text Body(Village village, Text what) => new(
        $"{village.Name.Zh}村民委员会经村民代表会议决议，申报{what.Zh}。本公示依照《镇重大事项公示申报制度》发布，公示期内欢迎群众监督。\n\n- 联系人：镇经管站\n- 电话：见公开栏\n- **署名或者匿名**提出的意见都有答复",
        $"The villagers' committee of {village.Name.En} declares, after a decision of the villagers' representatives: {what.En}. "
        + "This notice is published under the town rules on declaring major matters; everybody may comment while it stands.\n\n"
        + "- Contact: Town Economic Management Station\n- Telephone: on the notice board\n- **Signed or unsigned**, every comment is answered");

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
