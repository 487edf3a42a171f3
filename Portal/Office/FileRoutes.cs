using Marten;
using Transparency.Contracts.Readings;
using Transparency.Portal.Access;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Files;
using Transparency.Portal.Hosting;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Office;

/// <summary>
/// A file that was taken in: for everybody here once it stands in public; before that, and on record, for who brought it and for the own
/// people of a case that names it.
/// </summary>
public static class FileRoutes
{
    public static void Map(RouteGroupBuilder office) => office.MapGet("/files/{name}", ShowAsync);

    private static async Task<IResult> ShowAsync(
        Screen here, string name, FileShelf shelf, IDocumentStore store, Ledger ledger, PortalSettings settings, HttpResponse answer,
        CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<StoredFile>(name.Split('.')[0], ct) is not { } file || file.Name != name) return Answers.NotFound(here);
        if (!File.Exists(Path.Combine(settings.SiteFolder, SiteMap.File(name))))
        {
            var r = new CaseReader(session, here, QueryCollection.Empty, ct);
            if (!file.WasBroughtBy(here.Officer!.Id) && !await IsOwnAsync(r, name)) return Answers.NotFound(here);
            if (await ReadOnRecord.DoAsync(ledger, here.Officer, here.Now, [new(ReadingKind.File, name)], ct) is { } unrecorded)
                return Answers.NotOnRecord(here, unrecorded, $"files/{name}");
        }
        return FileAnswer.Of(answer, name, shelf.PathOf(name)) ?? Answers.NotFound(here);
    }

    private static async Task<bool> IsOwnAsync(CaseReader r, string name)
    {
        foreach (var room in CaseKinds.All)
        {
            if (room.NamingAsync is { } naming && (await naming(r, name)).Any(whose => whose.IsOwn(r.Officer))) return true;
        }
        return false;
    }
}
