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
