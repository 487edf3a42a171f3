using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Publishing.Register;

namespace Transparency.Samples;

/// <summary>Reports of the sample town on grants and relief of the second quarter: corrected once, zero reports, one in Chinese only that tries to be markup, one that came late; two villages are silent.</summary>
public static class SampleReports
{
    public static readonly Period Quarter = Period.Parse("2026-Q2")!.Value;

    private static readonly Text Village = new("村委会", "Village committee");
    private static readonly Text Committee = new("村务监督委员会", "Village supervision committee");

    public static ReportOnRegister Corrected { get; } = Posted(Disclosed(
        Posted(Disclosed(null, "09", Words("收到镇拨救灾款 12,000.00 元，发给 8 户。", "12,000.00 yuan of relief came from the town and went to 8 households."), new(2026, 7, 13)), new(2026, 7, 14), null),
        "09", Words("收到镇拨救灾款 12,000.00 元，发给 8 户：\n\n- 7 户各 1,500.00 元\n- 1 户 1,500.00 元（6月补发）", "12,000.00 yuan of relief came from the town and went to 8 households:\n\n- 7 households, 1,500.00 yuan each\n- one household, 1,500.00 yuan (paid in June)")
            with { Note = new("写明每户多少。", "Says how much each household got.") }, new(2026, 7, 27)), new(2026, 7, 28), new(2026, 8, 13));

    public static ReportOnRegister Zero { get; } = Disclosed(null, "11", new(true, new(""), null), new(2026, 7, 15));

    /// <summary>Twelve days late.</summary>
    public static ReportOnRegister CameLate { get; } = Disclosed(null, "10", Words("收到村级运转经费 5,250.00 元。", "A running grant of 5,250.00 yuan came in."), new(2026, 8, 1));

    public static ReportOnRegister Hostile { get; } = Disclosed(null, "08", new(false, new("<script>alert(1)</script> 收到 **3 笔** 补助，见[这里](javascript:alert(1))。"), null), new(2026, 7, 20));

    public static IReadOnlyList<ReportOnRegister> All { get; } =
        [Corrected, Zero, CameLate, Hostile, .. new[] { "01", "02", "03", "04", "05", "06", "07" }.Select(v => Disclosed(null, v, new(true, new(""), null), new(2026, 7, 17)))];

    private static ReportOnRegister Posted(ReportOnRegister row, DateOnly on, DateOnly? down)
    {
        var stands = SampleTown.Counted(SampleRules.Book.Deadlines.InForce(ReportDecider.BoardRule, on)!, on);
        row = ReportOnRegister.Evolve(row, row.Id, new ReportPosted(row.Current.Ordinal, stands, By(on)))!;
        return down is { } day ? ReportOnRegister.Evolve(row, row.Id, new ReportTakenDown(row.Current.Ordinal, day, By(day)))! : row;
    }

    private static Signature By(DateOnly on) => new(new("sample"), new("sample"), Committee, Shanghai.At(on, new(9, 0)));

    private static ReportWords Words(string zh, string en) => new(false, new(zh, en), null);

    private static ReportOnRegister Disclosed(ReportOnRegister? before, string village, ReportWords words, DateOnly on)
    {
        var section = ReportSection.From(SampleRules.Grants, SampleTown.Villages.First(v => v.Code.Value == village), SampleTown.Town.Name, Quarter, words);
        return ReportOnRegister.Evolve(before, $"report/{section.Of}", new ReportDisclosed((before?.Current.Ordinal ?? 0) + 1, section, section.Hash, new(on.AddDays(-2), Village), By(on)))!;
    }
}
