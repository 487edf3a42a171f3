using System.Reflection;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Portal.Store;

/// <summary>One table and the pure fold that fills it: of the public register, or private to the office.</summary>
/// <param name="IsPublic">true for the register: its changes are told to the publisher</param>
/// <param name="Version">
/// raised with every change of the fold or its record; a stored register of another version is replayed at start
/// </param>
/// <param name="Kind">the streams it reads, one row each</param>
/// <param name="Evolve">looks only at its arguments; null for no row</param>
public sealed record Projection(
    Type Row, bool IsPublic, int Version, string Kind, IReadOnlySet<Type> Events,
    Func<object?, string, object, object?> Evolve, Action<StoreOptions> AddTo)
{
    private static readonly MethodInfo OfRow = ((Func<PublicKind, Type[], Projection>)OfKind<object>).Method.GetGenericMethodDefinition();

    public string Name => Row.Name;

    public string Table => $"{MartenSetup.Portal}.mt_doc_{Row.Name.ToLowerInvariant()}";

    /// <summary>Of a kind of the register, whose record is known at run time only.</summary>
    public static Projection Of(PublicKind kind, Type[] events) =>
        (Projection)OfRow.MakeGenericMethod(kind.Row).Invoke(null, [kind, events])!;

    public static Projection Of<T>(
        int version, string kind, Type[] events, Func<T?, string, object, T?> evolve, bool isPublic) where T : class =>
        new(typeof(T), isPublic, version, kind, events.ToHashSet(), (now, id, e) => evolve((T?)now, id, e),
            options => options.Projections.Add(new Fold<T>(evolve, events), ProjectionLifecycle.Inline));

    private static Projection OfKind<T>(PublicKind kind, Type[] events) where T : class =>
        Of<T>(kind.Version, kind.Stream, events, (now, id, e) => (T?)kind.Evolve(now, id, e), isPublic: true);
}

/// <summary>Hands Marten's events to a pure fold. Without <c>IncludeType</c> every stream would be offered to every fold.</summary>
public sealed class Fold<T> : SingleStreamProjection<T, string> where T : class
{
    private readonly Func<T?, string, object, T?> evolve;

    public Fold(Func<T?, string, object, T?> evolve, params Type[] events)
    {
        this.evolve = evolve;
        Name = typeof(T).Name;
        foreach (var type in events) IncludeType(type);
    }

    public override T? Evolve(T? snapshot, string id, IEvent e) => evolve(snapshot, id, e.Data);
}
