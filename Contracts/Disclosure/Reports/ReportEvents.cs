using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Disclosure.Reports;

/// <summary>What happened to one village report, on the stream <c>report/{obligation}/{village}/{period}</c>, in order of life.</summary>
public abstract record ReportEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>By the village. Not public.</summary>
public sealed record ReportPrepared(ReportSection Section, ContentHash Hash, Signature By) : ReportEvent;

/// <summary>Back to the village, by the supervision committee. Not public.</summary>
public sealed record ReportReturned(Text Reason, Signature By) : ReportEvent
{
    public override Text? Said => Reason;
}

/// <summary>村务监督委员会审核签字: public from here on.</summary>
/// <param name="Edition">1 for the first; a later one corrects it</param>
public sealed record ReportDisclosed(int Edition, ReportSection Section, ContentHash Hash, PublicAct Prepared, Signature By) : ReportEvent;

/// <summary>张贴: the printed edition hangs on the village's notice board (Organic Law of Villagers' Committees, art. 35).</summary>
/// <param name="Stands">from the day of posting: until when it hangs at least, and by which rule</param>
public sealed record ReportPosted(int Edition, Deadline Stands, Signature By) : ReportEvent;

/// <summary>撤下, after it has hung as long as the law wants.</summary>
public sealed record ReportTakenDown(int Edition, DateOnly On, Signature By) : ReportEvent;
