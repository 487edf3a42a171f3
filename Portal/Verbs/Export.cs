using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Hosting;
using Transparency.Portal.Importing;
using Transparency.Portal.Problems;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary>
/// <c>export KIND FILE [--village CODE] [--from yyyy-mm] [--until yyyy-mm] --as OFFICER</c>:
/// the office's own books, as the import of the same kind reads them again.
/// </summary>
public static class Export
{
    public static async Task<int> RunAsync(Invocation call)
    {
        if (FileKinds.Export(call.Words[0]) is not { } kind || call.Arguments["--as"] is not { } signIn) throw new UnusableArguments();
        var (from, until) = (MonthOf(call, "--from"), MonthOf(call, "--until"));
        var (path, end) = (call.Words[1], Path.GetExtension(call.Words[1]).ToLowerInvariant());
        if (!ExportFile.Ends.Contains(end)) throw new CannotRun(Refusal.Mend(null, "export.extension", Path.GetFileName(path)));
        if (Path.Exists(path)) throw new CannotRun(Refusal.Mend(null, "export.exists", path));

        await using var store = await OpenStore.OpenAsync(call.Settings, call.Logs);
        var (by, rules) = (await store.OfficerAsync(signIn), await store.RulesNowAsync());
        var own = ExportKind.VillagesOf(by, rules);
        if (own.Count == 0) throw new CannotRun(Refusal.NotYours("export.may-not", signIn));
        if (call.Arguments["--village"] is { } village)
            own = own.Where(v => v.Value == village).ToList() is { Count: > 0 } one
                ? one
                : throw new CannotRun(Refusal.Mend(null, "export.no-village", village));
        await using var session = store.Store.QuerySession();
        var rows = await kind.RowsAsync(session, new(own, from, until), CancellationToken.None);
        await WriteAsync(path, ExportFile.Bytes(kind, end, rows));
        call.Say("export.done", rows.Count, path);
        return Invocation.Done;
    }

    private static Month? MonthOf(Invocation call, string option) =>
        call.Arguments[option] is not { } text ? null : Month.Parse(text) ?? throw new UnusableArguments();

    /// <summary>It holds full names: for the eyes of its owner only.</summary>
    private static async Task WriteAsync(string path, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await file.WriteAsync(bytes);
    }
}
