using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Samples;
using static Transparency.Contracts.Disclosure.Reports.ReportCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Disclosure;

/// <summary>Gudichang's report on grants and relief of the second quarter, from nothing to a corrected second edition.</summary>
internal static class Quarter
{
    public static readonly Scenario<Report, ReportCommand, ReportEvent> None = new(ReportDecider.Law, []);

    public static readonly ReportKey Of = new("grants", SampleRules.Gudichang, Period.Parse("2026-Q2")!.Value);

    public static readonly ReportWords Written = new(false, new("收到救灾款 12,000 元", "12,000 yuan of relief"), null);

    public static readonly ReportWords Zero = new(true, new(""), null);

    public static readonly ReportWords Correction = new(false, new("收到救灾款 15,000 元", "15,000 yuan of relief"), new("漏列一笔", "One sum was left out"));

    public static readonly Prepare Preparing = new(Of, Written, OtherClerk, On(13));

    public static ContentHash HashOf(ReportWords words) =>
        ReportSection.From(SampleRules.Grants, SampleRules.Book.Villages[Of.Village], SampleRules.Book.Town.Name, Of.Period, words).Hash;

    public static readonly Sign Signing = new(HashOf(Written), Supervision, On(15));

    public static readonly IReadOnlyDictionary<string, Scenario<Report, ReportCommand, ReportEvent>> Everywhere = new Dictionary<string, Scenario<Report, ReportCommand, ReportEvent>>
    {
        ["None"] = None,
        ["Prepared"] = None.And(Preparing),
        ["Returned"] = None.And(Preparing).And(new Return(new("写清发给谁"), Supervision, On(14))),
        ["Disclosed"] = None.And(Preparing).And(Signing),
        ["Posted"] = None.And(Preparing).And(Signing).And(new Post(new(2026, 7, 15), Supervision, On(15))),
    };

    public static readonly IReadOnlyDictionary<string, ReportCommand> EveryAct = new Dictionary<string, ReportCommand>
    {
        ["Prepare"] = Preparing with { Words = Correction },
        ["Return"] = new Return(new("写清发给谁"), Supervision, On(16)),
        ["Sign"] = Signing,
        ["Post"] = new Post(new(2026, 7, 15), Supervision, On(15)),
        ["TakeDown"] = new TakeDown(new(2026, 7, 31), Supervision, Shanghai.At(new(2026, 7, 31), new(9, 0))),
    };

    public static DateTimeOffset On(int day) => Shanghai.At(new(2026, 7, day), new(9, 0));
}
