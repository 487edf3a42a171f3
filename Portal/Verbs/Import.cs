using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Hosting;
using Transparency.Portal.Importing;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary><c>import KIND FILE --as OFFICER [--dry-run]</c> and <c>import KIND --template FILE</c>.</summary>
public static class Import
{
    public static async Task<int> RunAsync(Invocation call)
    {
        if (FileKinds.Import(call.Words[0]) is not { } kind) throw new UnusableArguments();
        return call.Arguments["--template"] is { } template ? WriteTemplate(call, kind, template) : await ReadFileAsync(call, kind);
    }

    private static int WriteTemplate(Invocation call, ImportKind kind, string path)
    {
        if (call.Words.Count > 1 || call.Arguments.Options.Count > 1) throw new UnusableArguments();
        Template.Write(path, kind.Columns);
        call.Say("import.template-written", path);
        return Invocation.Done;
    }

    private static async Task<int> ReadFileAsync(Invocation call, ImportKind kind)
    {
        if (call.Words.Count < 2 || call.Arguments["--as"] is not { } signIn) throw new UnusableArguments();
        await using var store = await OpenStore.OpenAsync(call.Settings, call.Logs);
        var by = await store.OfficerAsync(signIn);
        var dryRun = call.Arguments.Has("--dry-run");
        var result = await ImportFile.RunAsync(
            store.Ledger, kind, call.Words[1], by, store.Clock.GetUtcNow(), dryRun, CancellationToken.None);
        return Report(call, result, dryRun);
    }

    /// <summary>One line per finding, or one line that counts.</summary>
    public static int Report(Invocation call, ImportResult result, bool dryRun)
    {
        if (result.Findings.Count == 0)
        {
            call.Say(dryRun ? "import.dry" : "import.done", result.Stored, result.AlreadyThere);
            return Invocation.Done;
        }
        foreach (var finding in result.Findings.Take(Finding.MostListed))
            call.Out.WriteLine($"{finding.In(Language.Zh)} · {finding.In(Language.En)}");
        if (result.Findings.Count > Finding.MostListed) call.Say("import.more", result.Findings.Count - Finding.MostListed);
        call.Say("import.nothing-stored", result.Findings.Count);
        return Invocation.Refused;
    }
}
