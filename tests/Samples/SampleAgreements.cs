using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Publishing.Register;

namespace Transparency.Samples;

/// <summary>Disclosed agreements: a lease with two editions, a works contract, a household without a name.</summary>
public static class SampleAgreements
{
    public static AgreementSection SaltpanSection { get; } = new(
        new("09-2026-L-0003"), new("固堤场村 3 号盐田承包合同", "Lease contract of salt pan no. 3, Gudichang Village"), AgreementKind.Lease, new("09"), new("固堤场村", "Gudichang Village"),
        PartyKind.Organisation, PublicName.Of(PartyKind.Organisation, "潍坊海晶盐业有限公司", "Weifang Haijing Salt Co., Ltd."),
        new("3 号盐田，东至防潮堤，西至二号沟", "Salt pan no. 3, between the sea wall and ditch no. 2"), new Mu(42_000), new(2026, 10, 1), new(2031, 9, 30),
        SampleSections.Y(1_050_000), SampleSections.Y(210_000), new("每年 10 月 10 日前交当年承包费", "each year's fee by 10 October"), new("晒盐", "making salt"));

    public static AgreementSection WorksSection { get; } = new(
        new("01-2025-W-0001"), new("央子村幼儿园翻修合同", "Repair of the kindergarten, Yangzi Village"), AgreementKind.Works, new("01"), new("央子村", "Yangzi Village"),
        PartyKind.SoleTrader, PublicName.Of(PartyKind.SoleTrader, "寒亭区张记建筑队"), new("幼儿园屋面和门窗"), null, new(2025, 11, 1), new(2026, 3, 31),
        SampleSections.Y(128_600), null, new("完工验收后一次付清", "in one sum after acceptance"), new("翻修", "repair"));

    public static AgreementSection HouseholdSection { get; } = SaltpanSection with
    {
        Id = new("09-2026-L-0004"), Title = new("固堤场村 5 号鱼塘承包合同", "Lease of fish pond no. 5, Gudichang Village"), WithKind = PartyKind.Household,
        With = PublicName.Of(PartyKind.Household, ""), Asset = new("5 号鱼塘", "Fish pond no. 5"), Area = new Mu(1_250), Total = SampleSections.Y(30_000), Yearly = SampleSections.Y(6_000),
        Purpose = new("养鱼", "raising fish"),
    };

    public static IReadOnlyList<AgreementOnRegister> All { get; } =
    [
        Disclosed(("saltpan", "央政公示〔2026〕5号", SaltpanSection with { Due = new("每年 12 月底前交", "by the end of each December") }, new(2026, 8, 21)), ("saltpan", "央政公示〔2026〕5号", SaltpanSection, new(2026, 9, 2))),
        Disclosed(("kindergarten", "央政公示〔2025〕31号", WorksSection, new(2025, 10, 30))),
        Disclosed(("pond", "央政公示〔2026〕8号", HouseholdSection, new(2026, 9, 4))),
    ];

    private static AgreementOnRegister Disclosed(params IReadOnlyList<(string Declaration, string Number, AgreementSection Section, DateOnly On)> editions)
    {
        AgreementOnRegister? now = null;
        foreach (var (declaration, number, section, on) in editions)
        {
            var by = new Signature(new("sample"), new("sample"), new("镇政府", "the Town Government"), Shanghai.At(on, new(9, 0)));
            now = AgreementOnRegister.Evolve(now, $"agreement/{section.Id}", new AgreementDisclosed(new(declaration), number, section, section.Hash, by));
        }
        return now!;
    }
}
