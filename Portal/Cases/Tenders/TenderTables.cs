using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Tenders;

/// <param name="Bidder">as typed</param>
public sealed record RankingRow(int Lot, string Bidder, int? Rank, RejectCode? Rejected, Text Reason);

/// <param name="Bidder">as typed</param>
public sealed record WinnerRow(int Lot, string Bidder, PassedOver Because);

/// <summary>
/// A tender's content and offers as fields, and their tables in one field each; see <see cref="Tables"/> for the signs.
/// <code>
/// lots:     1 = 管线施工|Laying the pipe = 2,000 米|2,000 m = 250000.00          for coal also  = tonnes = least MJ/kg
/// ranking:  1 = 甲公司 = 1 = 得分最高|Highest score                              or a code: over-ceiling, not-responsive …
/// winners:  1 = 乙公司 = gave-up                                                only where the first in rank does not win
/// </code>
/// </summary>
public static class TenderTables
{
    /// <param name="now">what stands for every field that is not given; null for a new tender</param>
    public static TenderContent Content(Fields f, TenderId id, TenderContent? now) => new(
        f.Text("title", now?.Title),
        f.Given("kind", "agreement-kind", Fields.Kind, now?.Kind),
        f.Has("village") ? f.Optional("village", "village", VillageCode.Parse) : now is null ? id.Village : now.Village,
        f.Has("matter") ? f.Line("matter") : now?.Matter ?? "",
        f.Given("method", "tender-method", Fields.Choice<TenderMethod>, now?.Method),
        f.Text("what", now?.What),
        f.Given("estimate", "yuan", Yuan.Parse, now?.Estimate),
        f.Has("ceiling") ? f.Optional("ceiling", "yuan", Yuan.Parse) : now?.Ceiling,
        f.Has("lots") || now is null ? f.Rows("lots", Lots) : now.Lots,
        f.Has("work") ? f.Optional("work", "work", WorkId.Parse) : now?.Work);

    internal static Offer Offer(Fields f)
    {
        var (lot, price) = (f.Required("lot", "count", Fields.Count), f.Required("price", "yuan", Yuan.Parse));
        var (received, note) = (f.Required("received", "moment", Fields.Moment), f.Text("note"));
        var (kind, name) = (f.Required("bidder_kind", "party-kind", Fields.Choice<PartyKind>), f.Text("bidder"));
        var credit = f.Line("credit_code");
        if (name.IsEmpty) f.Refuse("bidder", "", "name");
        return new(lot, kind, name, credit.Length == 0 ? null : credit, price, Quality(f), received, note);
    }

    public static IReadOnlyList<Lot>? Lots(string text)
    {
        var lots = new List<Lot>();
        foreach (var row in Tables.Rows(text))
        {
            if (row is not [var number, var title, var quantity, var estimate, .. var coal]) return null;
            if (Fields.Count(number.Trim()) is not { } n || Yuan.Parse(estimate.Trim()) is not { } yuan) return null;
            if (Tables.Words(title) is not { } name || Tables.Words(quantity) is not { } much) return null;
            if (coal is []) lots.Add(new(n, name, much, yuan));
            else if (coal is [var tonnes, var heat] && Fields.Figure(tonnes.Trim()) is { } t && Fields.Figure(heat.Trim()) is { } h)
                lots.Add(new(n, name, much, yuan, new(t, h)));
            else return null;
        }
        return lots;
    }

    public static IReadOnlyList<RankingRow>? Ranking(string text)
    {
        var rows = new List<RankingRow>();
        foreach (var row in Tables.Rows(text))
        {
            if (row is not [var lot, var bidder, var verdict, .. var reason] || reason.Count > 1) return null;
            if (Fields.Count(lot.Trim()) is not { } n || Tables.Words(bidder) is not { } name) return null;
            var rank = Fields.Count(verdict.Trim());
            RejectCode? rejected = rank is null && verdict.Trim().Length > 0 ? Fields.Choice<RejectCode>(verdict.Trim()) : null;
            if (rank is null && rejected is null) return null;
            var why = reason is [var words] && words.Trim().Length > 0 ? Tables.Words(words) : null;
            rows.Add(new(n, name.Zh, rank, rejected, why ?? new("")));
        }
        return rows;
    }

    public static IReadOnlyList<WinnerRow>? Winners(string text)
    {
        var rows = new List<WinnerRow>();
        foreach (var row in Tables.Rows(text))
        {
            if (row is not [var lot, var bidder, var because] || because.Trim().Length == 0) return null;
            if (Fields.Count(lot.Trim()) is not { } n || Tables.Words(bidder) is not { } name) return null;
            if (Fields.Choice<PassedOver>(because.Trim()) is not { } why) return null;
            rows.Add(new(n, name.Zh, why));
        }
        return rows;
    }

    private static CoalQuality? Quality(Fields f)
    {
        string[] names = ["calorific", "sulphur", "ash", "volatile", "moisture"];
        var (size, origin) = (f.Text("size"), f.Text("origin"));
        if (!names.Select(n => f.Line(n).Length > 0).ToList().Contains(true)) return null;
        var figures = names.Select(n => f.Required(n, "figure", Fields.Figure)).ToList();
        return new(figures[0], figures[1], figures[2], figures[3], figures[4], size, origin);
    }
}
