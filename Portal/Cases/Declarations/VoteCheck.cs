using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>
/// The vote that a declaration shows is the one that was proposed and posted, word for word, and carries no other declaration. Decisions
/// from before votes were kept say nothing of it.
/// </summary>
internal sealed class VoteCheck : IStoreCheck
{
    private readonly Dictionary<DeliberationId, DeliberationContent> proposed = [];
    private readonly HashSet<DeliberationId> posted = [];
    private readonly Dictionary<DeliberationId, DeclarationId> carried = [];
    private readonly Dictionary<DeliberationId, HashSet<DeclarationId>> declared = [];

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        switch (e.Data)
        {
            case DeliberationProposed x:
                proposed[x.Id] = x.Content;
                break;
            case DeliberationResolutionPosted when DeliberationId.Parse(StreamKey.IdOf(e.Stream)) is { } id:
                posted.Add(id);
                break;
            case DeliberationCarried x when DeliberationId.Parse(StreamKey.IdOf(e.Stream)) is { } id:
                return Carried(id, x.Declaration);
            case DeliberationReleased x when DeliberationId.Parse(StreamKey.IdOf(e.Stream)) is { } id:
                carried.Remove(id);
                declared.GetValueOrDefault(id)?.Remove(x.Declaration);
                break;
            case DeclarationDeclared x:
                return Declared(e.Stream, x.Section);
            case DeclarationRestarted x:
                return Declared(e.Stream, x.Section);
        }
        return [];
    }

    /// <summary>A declaration and what carries it come in one transaction, the declaration first.</summary>
    public IEnumerable<Refusal> Findings() =>
        from use in declared
        from declaration in use.Value
        where !carried.TryGetValue(use.Key, out var carrying) || carrying != declaration
        orderby use.Key.Value, declaration.Value
        select Refusal.Mend(null, "check.vote-used", use.Key.Value, declaration.Value);

    private IEnumerable<Refusal> Carried(DeliberationId id, DeclarationId declaration) =>
        carried.TryAdd(id, declaration) ? [] : [Refusal.Mend(null, "check.vote-used", id.Value, declaration.Value)];

    private IEnumerable<Refusal> Declared(string stream, DeclarationSection section)
    {
        foreach (var (number, voted) in section.Decisions.Where(d => d.Voted is not null).Select(d => (d.Number, d.Voted!)))
        {
            // The town's meeting that pools the money of several villages carries nothing of its own.
            if (number.Village is not null) Of(number).Add(new(StreamKey.IdOf(stream)));
            if (!posted.Contains(number) || proposed.GetValueOrDefault(number) is not { Terms: { } terms } content
                || !voted.Says(new(content.Title, content.What, terms)))
            {
                yield return Refusal.Mend(null, "check.vote-differs", stream, number.Value);
            }
        }
    }

    private HashSet<DeclarationId> Of(DeliberationId number) =>
        declared.TryGetValue(number, out var known) ? known : declared[number] = [];
}
