using Marten;
using Transparency.Portal.Files;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Office;

/// <summary>
/// A file that was taken in, before or after it is public. Its name is its hash, which nobody can guess who was not shown it.
/// </summary>
public static class FileRoutes
{
    public static void Map(RouteGroupBuilder office) => office.MapGet("/files/{name}", ShowAsync);

    private static async Task<IResult> ShowAsync(
        Screen here, string name, FileShelf shelf, IDocumentStore store, HttpResponse answer, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<StoredFile>(name.Split('.')[0], ct) is { } file && file.Name == name
            ? FileAnswer.Of(answer, name, shelf.PathOf(name)) ?? Answers.NotFound(here)
            : Answers.NotFound(here);
    }
}
