using Transparency.Contracts.Disclosure;

namespace Transparency.Portal.Cases.Reports;

/// <summary>Where a village report stands, for the office's lists; private.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="State">name of the state</param>
/// <param name="Edition">editions so far; 0 = never public</param>
/// <param name="PublicSince">of the first edition, or null</param>
public sealed record ReportOnDesk(string Id, string Obligation, string Village, string Period, string State, int Edition, bool Nothing, DateTimeOffset? PublicSince, DateTimeOffset Since)
{
    public string Subject => $"{Obligation}/{Village}/{Period}";

    public static ReportOnDesk? Next(ReportOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, ReportPrepared x) => new(id, x.Section.Obligation, x.Section.Village.Value, x.Section.Period.ToString(), "Prepared", 0, x.Section.Nothing, null, x.By.At),
        (null, _) => null,
        (_, ReportPrepared x) => now with { State = "Prepared", Since = x.By.At },
        (_, ReportReturned x) => now with { State = "Returned", Since = x.By.At },
        (_, ReportDisclosed x) => now with { State = "Disclosed", Edition = x.Edition, Nothing = x.Section.Nothing, PublicSince = now.PublicSince ?? x.By.At, Since = x.By.At },
        _ => now,
    };
}
