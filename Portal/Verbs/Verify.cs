using Transparency.Portal.Verbs.CommandLine;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Verbs;

/// <summary>
/// <c>verify [FOLDER]</c>: every file of a tree against its manifest, every manifest against the checkpoint. Needs no store.
/// </summary>
public static class Verify
{
    public static Task<int> RunAsync(Invocation call)
    {
        var folder = Path.GetFullPath(call.Words.Count > 0 ? call.Words[0] : call.Settings.SiteFolder);
        var (files, findings) = TreeVerifier.Verify(folder);
        foreach (var finding in findings) call.Refuse(finding);
        if (findings.Length == 0) call.Say("verify.done", files, folder);
        return Task.FromResult(findings.Length == 0 ? Invocation.Done : Invocation.Refused);
    }
}
