using System.Collections.Frozen;
using Marten;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Portal.Store;

/// <summary>
/// All kinds that one store keeps, and the tables folded from them: those of the rooms, and the public register as the press has it.
/// </summary>
/// <param name="streams">each name once; a public kind reads one of these</param>
/// <param name="documents">tables that belong to no stream</param>
public sealed class StoreKinds(IReadOnlyList<StreamKind> streams, params IReadOnlyList<Action<StoreOptions>> documents)
{
    private readonly FrozenDictionary<Type, StreamKind> kinds =
        streams.SelectMany(kind => kind.Names.Keys.Select(type => (type, kind))).ToFrozenDictionary(x => x.type, x => x.kind);

    public FrozenDictionary<Type, string> Names { get; } = streams.SelectMany(kind => kind.Names).ToFrozenDictionary();

    public FrozenDictionary<string, Type> Types { get; } =
        streams.SelectMany(kind => kind.Names).ToFrozenDictionary(x => x.Value, x => x.Key);

    public IReadOnlyList<Projection> Rows { get; } =
    [
        .. PublicKinds.All.Select(kind => Projection.Of(kind, [.. streams.Single(s => s.Name == kind.Stream).Names.Keys])),
        .. streams.SelectMany(kind => kind.Rows),
    ];

    /// <summary>What holds over several streams, begun anew for each reading.</summary>
    public IReadOnlyList<Func<IStoreCheck>> Checks { get; init; } = [];

    /// <summary>Null for an event that no kind has.</summary>
    public StreamKind? Of(object e) => kinds.GetValueOrDefault(e.GetType());

    /// <summary>Whether a document is a row of the public register.</summary>
    public bool IsPublicRow(object document) => Rows.Any(row => row.IsPublic && row.Row == document.GetType());

    public bool IsSealed(string key) => streams.Any(kind => kind.IsSealed && kind.Name == StreamKey.KindOf(key));

    public void AddTo(StoreOptions options)
    {
        foreach (var (type, name) in Names) options.Events.MapEventType(type, name);
        foreach (var row in Rows) row.AddTo(options);
        foreach (var kind in streams) kind.Documents(options);
        foreach (var add in documents) add(options);
    }
}
