namespace Transparency.Contracts.Disclosure.Reports;

/// <summary>What the public shall see of a village report.</summary>
/// <param name="Obligation">code; the names stand beside it as they were when it was prepared</param>
/// <param name="Body">which body reports</param>
/// <param name="Nothing">there was nothing of the kind in the period; then <paramref name="Words"/> is empty</param>
/// <param name="Note">from the second edition on: what has changed</param>
public sealed record ReportSection(
    string Obligation, Text Name, VillageCode Village, Text VillageName, Text Body,
    Text Town, Period Period, Text Law, bool Nothing, Text Words, Text? Note)
{
    public ReportKey Of => new(Obligation, Village, Period);

    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));

    public static ReportSection From(Obligation obligation, Village village, Text town, Period period, ReportWords words) => new(
        obligation.Code, obligation.Name, village.Code, village.Name, obligation.Body, town, period,
        obligation.Law, words.Nothing, words.Words, words.Note is { IsEmpty: false } note ? note : null);
}
