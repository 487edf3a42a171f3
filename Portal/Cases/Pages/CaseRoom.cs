using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Pages;

/// <summary>A kind of case with one page per case.</summary>
/// <param name="Pattern">of its address under <c>/office</c>; its values, joined by slashes, are the subject of every act</param>
/// <param name="List">where its cases are listed: address and code of the words</param>
/// <param name="ReadAsync">null when there can be none; whose it is, the view says</param>
/// <param name="Acts">all that officers may do on such a case</param>
public sealed record CaseRoom(
    string Pattern, (string Path, string Code) List, Func<CaseReader, string, Task<CaseView?>> ReadAsync, params IReadOnlyList<Act> Acts)
{
    /// <summary>
    /// What waits for the officer. Small private rows say which cases may; whether there is something to do is asked of the law.
    /// </summary>
    public Func<CaseReader, Task<IReadOnlyList<DeskTask>>>? TasksAsync { get; init; }

    /// <summary>Last days of all that the officer may see, whoever is to act.</summary>
    public Func<CaseReader, Task<IReadOnlyList<Reminder>>>? RemindersAsync { get; init; }

    /// <summary>Whose the cases are that name a file, <c>{sha256}.{ext}</c>; null for a kind whose cases name none.</summary>
    public Func<CaseReader, string, Task<IReadOnlyList<Readers>>>? NamingAsync { get; init; }

    /// <summary>Null when there is none, or when it is not this officer's to see: the two answer alike.</summary>
    public async Task<CaseView?> FindAsync(CaseReader r, string subject) =>
        await ReadAsync(r, subject) is { Exists: true } file ? file.ShownTo(r.Officer) : null;

    public Act? Act(string name) => Acts.FirstOrDefault(act => act.Name == name);
}
