using System.Collections.Immutable;
using System.Globalization;
using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Publishing.OpenData;

/// <summary>One kind of data file, cut by year: its columns are the one source for the CSV and for the data package.</summary>
/// <param name="Kind">also the file's name: <c>data/{kind}-{yyyy}.csv</c></param>
public sealed record DataKind(
    string Kind, IReadOnlyList<(string Name, Text Title, string Type)> Columns, Func<SiteModel, IEnumerable<int>> Years,
    Func<SiteModel, int, byte[]> Office, Func<SiteModel, int, byte[]> Strict, Func<int, string> Slice)
{
    /// <summary>Name in the texts: <c>data.{Texts}</c>.</summary>
    public string Texts { get; init; } = Kind;

    /// <summary>True when the file changes with the day alone.</summary>
    public bool CountsDays { get; init; }

    /// <summary>What the file of one year is a function of.</summary>
    public ImmutableArray<string> Inputs(int year) => CountsDays ? [Slices.Town, Slice(year), Slices.AsOf] : [Slices.Town, Slice(year)];

    /// <summary>In the order in which the data page explains them.</summary>
    public static IEnumerable<DataKind> All => PublicKinds.All.SelectMany(kind => kind.Data).Append(DutyData.Cells);

    internal static DataKind Of<T>(
        string kind, DataColumn<(SiteModel Site, T Row)>[] columns, Func<int, string> slice, Func<IEnumerable<T>, IEnumerable<T>> inOrder)
        where T : class, IPublicRow =>
        Lines<T, T>(kind, columns, slice, inOrder);

    /// <param name="lines">of the rows of one year, in the file's order: one row of the register may make several lines</param>
    internal static DataKind Lines<T, TLine>(
        string kind, DataColumn<(SiteModel Site, TLine Row)>[] columns, Func<int, string> slice,
        Func<IEnumerable<T>, IEnumerable<TLine>> lines)
        where T : class, IPublicRow
    {
        return new(kind, [.. columns.Select(c => (c.Name, c.Title, c.Type))], site => site.Years(slice),
            (site, year) => CsvFile.Office(columns, Rows(site, year)), (site, year) => CsvFile.Strict(columns, Rows(site, year)), slice);

        IEnumerable<(SiteModel, TLine)> Rows(SiteModel site, int year) => lines(site.In<T>(slice(year))).Select(line => (site, line));
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Of the page at a path; a folder stands for its index.</summary>
    internal static string Address(SiteModel site, string path) =>
        $"{site.Settings.PublicAddress}/{path.Replace("index.html", "", StringComparison.Ordinal)}";

    internal static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
