using Transparency.Contracts.Disclosure.Reports;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Reports;

/// <summary>What villages report by themselves.</summary>
internal static class ReportStore
{
    public static readonly StreamKind Report = StreamKind.Of("report", ReportDecider.Law, new Dictionary<Type, string>
    {
        [typeof(ReportPrepared)] = "report-prepared",
        [typeof(ReportReturned)] = "report-returned",
        [typeof(ReportDisclosed)] = "report-disclosed",
        [typeof(ReportPosted)] = "report-posted",
        [typeof(ReportTakenDown)] = "report-taken-down",
    })
        .Hashed<ReportPrepared>(x => (x.Hash, x.Section.Hash))
        .Hashed<ReportDisclosed>(x => (x.Hash, x.Section.Hash))
        .With<ReportOnDesk>(2, ReportOnDesk.Next);
}
