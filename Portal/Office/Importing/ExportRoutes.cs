using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Readings;
using Transparency.Portal.Access;
using Transparency.Portal.Cases;
using Transparency.Portal.Importing;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;

namespace Transparency.Portal.Office.Importing;

/// <summary>
/// One month of the books that an officer keeps, as a file. It holds full names, so no cache may keep it, and who takes it is on record.
/// </summary>
public static class ExportRoutes
{
    public static void Map(RouteGroupBuilder office) => office.MapGet("/export/{name}", SendAsync);

    public static bool Allows(Officer officer) => officer.Roles.Any(r => r is Role.Village or Role.Bookkeeper);

    private static async Task<IResult> SendAsync(
        Screen here, string name, IDocumentStore store, Ledger ledger, HttpResponse answer, CancellationToken ct)
    {
        var (end, stem) = (Path.GetExtension(name), Path.GetFileNameWithoutExtension(name));
        if (!Allows(here.Officer!) || !ExportFile.Ends.Contains(end) || stem.Split('-', 2) is not [var kindName, var monthName]
            || FileKinds.Export(kindName) is not { } kind || Month.Parse(monthName) is not { } month)
        {
            return Answers.NotFound(here);
        }
        await using var session = store.QuerySession();
        var rows = await kind.RowsAsync(session, new(ExportKind.VillagesOf(here.Officer!, here.Rules), month, month), ct);
        if (await ReadOnRecord.DoAsync(ledger, here.Officer!, here.Now, [new(ReadingKind.Export, name)], ct) is { } unrecorded)
            return Answers.NotOnRecord(here, unrecorded, "money");
        answer.Headers.CacheControl = "no-store";
        var media = end == ".csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return Results.File(ExportFile.Bytes(kind, end, rows), media, name);
    }
}
