using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Pages;

/// <summary>A kind of case with one page per case.</summary>
/// <param name="Pattern">of its address under <c>/office</c>; its values, joined by slashes, are the subject of every act</param>
/// <param name="List">where its cases are listed: address and code of the words</param>
/// <param name="ReadAsync">null when there is none, or when it is not this officer's to see: the two answer alike</param>
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

    public Act? Act(string name) => Acts.FirstOrDefault(act => act.Name == name);
}
