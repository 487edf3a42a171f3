using Transparency.Contracts;
using Transparency.Contracts.Losses;
using Transparency.Portal.Hosting;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary>
/// <c>publish [--rebuild] [--accept-loss REASON --as OFFICER]</c>: brings the tree in line with the register as it is now.
/// </summary>
public static class Publish
{
    public static async Task<int> RunAsync(Invocation call)
    {
        await using var store = await OpenStore.OpenAsync(call.Settings, call.Logs);
        if (call.Arguments["--accept-loss"] is { } reason && await AcceptLossAsync(store, call, reason) is { } no) return call.Refuse(no);
        var findings = await InLineAsync(store, call, rebuild: call.Arguments.Has("--rebuild"));
        foreach (var finding in findings) call.Refuse(finding);
        if (findings.Count > 0) return Invocation.Refused;
        call.Say("publish.done", call.Settings.SiteFolder);
        return Invocation.Done;
    }

    /// <summary>An act on record, by an administrator, after which the tree follows this store.</summary>
    private static async Task<Refusal?> AcceptLossAsync(OpenStore store, Invocation call, string reason)
    {
        var by = await store.OfficerAsync(call.Arguments["--as"] ?? throw new UnusableArguments());
        await using var press = OpenPress.Over(store);
        switch (await press.Publisher.AcceptLossAsync(new(reason.Trim()), by, store.Ledger, CancellationToken.None))
        {
            case Result<LossAccepted>.Refused no:
                return no.Why;
            case Result<LossAccepted>.Of(var loss):
                call.Say("loss.done", loss.Ordinal, loss.Pages.Count, loss.Files.Count);
                break;
        }
        return null;
    }

    /// <summary>The one place where verbs reach the publisher. Waits while another portal publishes.</summary>
    /// <returns>what differed or could not be written; empty as a rule</returns>
    public static async Task<IReadOnlyList<Refusal>> InLineAsync(OpenStore store, Invocation call, bool rebuild)
    {
        await using var press = OpenPress.Over(store);
        if (await press.Publisher.RunPatientlyAsync(rebuild, CancellationToken.None) is not { } done)
            return [Refusal.Wait("publication.elsewhere")];
        if (done.Fault is { } fault) return [fault];
        foreach (var sheet in done.WaitingForPdf) call.Say("publish.waiting", sheet);
        return [.. done.Findings, .. done.Failing, .. done.Differing.Select(path => Refusal.Mend(null, "publication.differs", path))];
    }
}
