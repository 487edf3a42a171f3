using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>A tender's content as fields, both ways; see <see cref="TenderTables"/> for the lots.</summary>
public static class TenderFields
{
    /// <param name="now">what stands for every field that is not given; null for a new tender</param>
    public static TenderContent Read(Fields f, TenderId id, TenderContent? now) => new(
        f.Text("title", now?.Title),
        Given(f, "kind", "agreement-kind", Kind, now?.Kind),
        f.Has("village") ? f.Optional("village", "village", VillageCode.Parse) : now is null ? id.Village : now.Village,
        f.Has("matter") ? f.Line("matter") : now?.Matter ?? "",
        Given(f, "method", "tender-method", Fields.Choice<TenderMethod>, now?.Method),
        f.Text("what", now?.What),
        Given(f, "estimate", "yuan", Yuan.Parse, now?.Estimate),
        f.Has("ceiling") ? f.Optional("ceiling", "yuan", Yuan.Parse) : now?.Ceiling,
        Lots(f, now?.Lots),
        f.Has("work") ? f.Optional("work", "work", WorkId.Parse) : now?.Work);

    public static int Lot(Fields f) => f.Required("lot", "count", Fields.Count);

    /// <summary>Rows of a table field; a line that cannot be read is named, and none are returned.</summary>
    public static IReadOnlyList<T> Rows<T>(Fields f, string name, Func<string, IReadOnlyList<T>?> parse)
    {
        if (parse(f.Line(name)) is { } rows) return rows;
        f.Refuse(name, f.Line(name), name);
        return [];
    }

    private static IReadOnlyList<Lot> Lots(Fields f, IReadOnlyList<Lot>? now) => f.Has("lots") || now is null ? Rows(f, "lots", TenderTables.Lots) : now;

    private static T Given<T>(Fields f, string name, string expected, Func<string, T?> parse, T? now) where T : struct =>
        !f.Has(name) && now is { } kept ? kept : f.Required(name, expected, parse);

    /// <summary>The letter of the public id, or the word.</summary>
    private static AgreementKind? Kind(string text) => text switch
    {
        "W" => AgreementKind.Works,
        "G" => AgreementKind.Goods,
        "S" => AgreementKind.Services,
        "L" => AgreementKind.Lease,
        _ => Fields.Choice<AgreementKind>(text),
    };
}
