using Transparency.Contracts;
using Transparency.Publishing.Calendars;
using Transparency.Publishing.Notices;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>
/// One kind of public row: the fold that makes it, and all that is made of it. The store takes its tables and the press its outputs from
/// <see cref="PublicKinds.All"/> and from nowhere else, so a kind that is not there has no rows either.
/// </summary>
/// <param name="row">the record that is stored</param>
/// <param name="stream">the streams that the fold reads, one row each: what their keys begin with</param>
/// <param name="version">raised with every change of the fold or its record; a register of another version is replayed at start</param>
/// <param name="events">what the events of the streams have in common; no others reach the fold</param>
public abstract class PublicKind(Type row, string stream, int version, Type events)
{
    public Type Row { get; } = row;

    public string Stream { get; } = stream;

    public int Version { get; } = version;

    public Type Events { get; } = events;

    /// <summary>Looks only at its arguments; null for no row.</summary>
    public abstract object? Evolve(object? now, string id, object e);

    /// <summary>Null for rows that stand on others' pages only.</summary>
    internal virtual CaseKind? Case => null;

    /// <summary>Its data files, in the order in which the data page explains them.</summary>
    internal virtual IEnumerable<DataKind> Data => [];

    /// <summary>Its days in the calendar file; null when it has none.</summary>
    internal virtual Func<SiteModel, Language, IEnumerable<IcsEvent>>? Calendar => null;

    /// <summary>The component by which it stands on somebody else's page; null for none. On the calendar it has days of its own.</summary>
    internal virtual Type? Beside(Place place) => null;

    /// <summary>Pages and data of one row, with its superseded editions, but for the sheets.</summary>
    internal abstract IEnumerable<Output> Outputs(SiteModel site, IPublicRow row);

    /// <summary>The sheets of one row's editions, in the first language.</summary>
    internal abstract IEnumerable<Sheet> Sheets(SiteModel site, IPublicRow row);

    /// <summary>The files that public editions of the row name.</summary>
    internal abstract IEnumerable<AttachedFile> Files(IPublicRow row);

    /// <summary>The row as a case; null where it has no page of its own.</summary>
    internal abstract SiteCase? CaseOf(IPublicRow row);

    /// <summary>Its editions as they stand; none where it has no page of its own.</summary>
    internal virtual IEnumerable<PublicEdition> Editions(IPublicRow row) => [];

    /// <summary>The row without the words, names and files of some editions, with all that others count.</summary>
    internal virtual IPublicRow Without(IPublicRow row, Func<int, bool> gone) => row;

    /// <summary>An equal row that is another object: what shows it is rendered again. For kinds that name files.</summary>
    internal virtual IPublicRow Anew(IPublicRow row) => row;

    /// <summary>Pages of many rows: years, overviews.</summary>
    internal virtual IEnumerable<Output> Lists(SiteModel site, Language language) => [];
}

/// <summary>A kind whose rows stand on others' pages only.</summary>
internal class PublicKind<TRow>(string stream, int version, Type events, Func<TRow?, string, object, TRow?> evolve)
    : PublicKind(typeof(TRow), stream, version, events) where TRow : class, IPublicRow
{
    public sealed override object? Evolve(object? now, string id, object e) => evolve((TRow?)now, id, e);

    internal sealed override IEnumerable<Output> Outputs(SiteModel site, IPublicRow row) => Outputs(site, (TRow)row);

    internal sealed override IEnumerable<Sheet> Sheets(SiteModel site, IPublicRow row) => Sheets(site, (TRow)row);

    internal sealed override IEnumerable<AttachedFile> Files(IPublicRow row) => Files((TRow)row);

    internal sealed override SiteCase? CaseOf(IPublicRow row) => CaseOf((TRow)row);

    protected virtual IEnumerable<Output> Outputs(SiteModel site, TRow row) => [];

    protected virtual IEnumerable<Sheet> Sheets(SiteModel site, TRow row) => [];

    protected virtual IEnumerable<AttachedFile> Files(TRow row) => [];

    protected virtual SiteCase? CaseOf(TRow row) => null;
}
