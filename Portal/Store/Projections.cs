using System.Reflection;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases.Agreements;
using Transparency.Portal.Cases.CleanUp;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Deliberations;
using Transparency.Portal.Cases.Inspections;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Cases.Rent;
using Transparency.Portal.Cases.Reports;
using Transparency.Portal.Cases.Tenders;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Portal.Store;

/// <summary>One table and the pure fold that fills it: of the public register, or private to the office.</summary>
/// <param name="IsPublic">true for the register: its changes are told to the publisher</param>
/// <param name="Version">raised with every change of the fold or its record; a stored register of another version is replayed at start</param>
/// <param name="Kind">the streams it reads, one row each</param>
/// <param name="Evolve">looks only at its arguments; null for no row</param>
public sealed record Projection(Type Row, bool IsPublic, int Version, string Kind, Type EventBase, Func<object?, string, object, object?> Evolve, Action<StoreOptions> AddTo)
{
    public string Name => Row.Name;

    public string Table => $"{MartenSetup.Portal}.mt_doc_{Row.Name.ToLowerInvariant()}";

    /// <summary>Of a kind of the register, whose record is known at run time only.</summary>
    public static Projection Of(PublicKind kind) => (Projection)OfRow.MakeGenericMethod(kind.Row).Invoke(null, [kind])!;

    public static Projection Of<T>(int version, string kind, Type eventBase, Func<T?, string, object, T?> evolve, bool isPublic = true) where T : class
    {
        var events = EventNames.All.Keys.Where(eventBase.IsAssignableFrom).ToArray();
        return new(typeof(T), isPublic, version, kind, eventBase, (now, id, e) => evolve((T?)now, id, e),
            options => options.Projections.Add(new Fold<T>(evolve, events), ProjectionLifecycle.Inline));
    }

    private static readonly MethodInfo OfRow = ((Func<PublicKind, Projection>)OfKind<object>).Method.GetGenericMethodDefinition();

    private static Projection OfKind<T>(PublicKind kind) where T : class =>
        Of<T>(kind.Version, kind.Stream, kind.Events, (now, id, e) => (T?)kind.Evolve(now, id, e));
}

public static class Projections
{
    public static readonly IReadOnlyList<Projection> All =
    [
        .. PublicKinds.All.Select(Projection.Of),
        Projection.Of<TownOnRegister>(3, StreamKey.Town, typeof(TownEvent), TownOnRegister.Evolve),
        Projection.Of<BidInOffice>(1, "bid", typeof(BidEntered), BidInOffice.Next, isPublic: false),
        Projection.Of<DeliberationOnDesk>(1, "deliberation", typeof(DeliberationEvent), DeliberationOnDesk.Next, isPublic: false),
        Projection.Of<DeclarationOnDesk>(2, "declaration", typeof(DeclarationEvent), DeclarationOnDesk.Next, isPublic: false),
        Projection.Of<AgreementOnDesk>(1, "agreement", typeof(AgreementEvent), AgreementOnDesk.Next, isPublic: false),
        Projection.Of<TenderOnDesk>(1, "tender", typeof(TenderEvent), TenderOnDesk.Next, isPublic: false),
        Projection.Of<BookOnDesk>(1, "book", typeof(BookEvent), BookOnDesk.Next, isPublic: false),
        Projection.Of<TrustOnDesk>(1, "trust", typeof(TrustEvent), TrustOnDesk.Next, isPublic: false),
        Projection.Of<BankOnDesk>(1, "bank", typeof(BankEvent), BankOnDesk.Next, isPublic: false),
        Projection.Of<StatementOnDesk>(1, "statement", typeof(StatementEvent), StatementOnDesk.Next, isPublic: false),
        Projection.Of<ReportOnDesk>(1, "report", typeof(ReportEvent), ReportOnDesk.Next, isPublic: false),
        Projection.Of<InspectionOnDesk>(1, "inspection", typeof(InspectionEvent), InspectionOnDesk.Next, isPublic: false),
        Projection.Of<RentOnDesk>(1, "rent", typeof(RentEvent), RentOnDesk.Next, isPublic: false),
        Projection.Of<DriveOnDesk>(1, "drive", typeof(DriveEvent), DriveOnDesk.Next, isPublic: false),
        Projection.Of<CleanUpOnDesk>(1, "case", typeof(CleanUpEvent), CleanUpOnDesk.Next, isPublic: false),
    ];

    /// <summary>Whether a document is a row of the public register.</summary>
    public static bool IsRow(object document) => All.Any(p => p.IsPublic && p.Row == document.GetType());
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
