using Marten;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>Finds the hash of what stands now under a subject; null when there is nothing to pin.</summary>
public delegate Task<ContentHash?> FindHash(IQuerySession session, RuleBook rules, string subject, CancellationToken ct);

/// <summary>One act of officers, written down once: forms, posts, scenario files and tests all read it here.</summary>
/// <param name="Name">as addresses, scenario files and texts call it</param>
/// <param name="DoAsync">one attempt: reads the fields, loads, decides; null when it is done</param>
/// <param name="Form">its fields in the order in which they are asked for; the hash of a pinned act is no field</param>
public sealed record Act(string Name, Func<Doing, Task<Refusal?>> DoAsync, params IReadOnlyList<FormField> Form)
{
    /// <summary>What cannot be undone stands apart, never first, and is not announced before its time.</summary>
    public bool IsDangerous { get; init; }

    /// <summary>Fields that only some cases ask for.</summary>
    public IReadOnlyList<FormField> Sometimes { get; init; } = [];

    /// <summary>
    /// Where the <c>hash</c> that it must carry is found: a moved version alone does not refuse it. Null when nothing is pinned.
    /// </summary>
    public FindHash? Pins { get; init; }

    /// <summary>The stream on which it leaves at least one event, by its subject and fields; null when it writes elsewhere.</summary>
    public Func<string, IReadOnlyDictionary<string, string>, string?> Leaves { get; init; } = (_, _) => null;

    /// <summary>The subject behind the key by which a scenario file names it.</summary>
    public Func<string, string> SubjectOf { get; init; } = key => key;

    public bool TakesFiles => Form.Any(f => f.Kind == InputKind.Files);

    /// <summary>The field of the form at which a refusal is to be mended; null when it asks for none such.</summary>
    public string? FieldOf(Refusal why) =>
        why.Field is null ? null : Form.Concat(Sometimes).FirstOrDefault(f => (f.Stands ?? f.Name) == why.Field)?.Name;

    public Task<Outcome> RunAsync(Ledger ledger, ActRequest request, CancellationToken ct = default) =>
        ledger.WriteAsync(request.Writer, async entry =>
        {
            var by = await request.By.WithInterestsAsync(entry.Documents, entry.Identity, entry.Cancelled);
            return await DoAsync(new(entry, request with { By = by }));
        }, ct);
}
