using Transparency.Contracts.Coal;
using Transparency.Portal.Importing;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>Offers of heating coal: as other offers, with a price by the tonne, delivered, and the quality offered.</summary>
public static class CoalRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        .. BidRows.Columns, Must("calorific"), Must("sulphur"), Must("ash"), Must("volatile"), Must("moisture"), Must("size"), May("size_en"), Must("origin"), May("origin_en"),
    ];

    public static Task<int> EnterAsync(ImportRun run) => BidRows.EnterAsync(run, row => new CoalQuality(
        row.Figure("calorific"), row.Figure("sulphur"), row.Figure("ash"), row.Figure("volatile"), row.Figure("moisture"), row.Words("size"), row.Words("origin")));
}
