using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Tenders;

/// <param name="Bidder">as typed</param>
public sealed record RankingRow(int Lot, string Bidder, int? Rank, RejectCode? Rejected, Text Reason);

/// <param name="Bidder">as typed</param>
public sealed record WinnerRow(int Lot, string Bidder, PassedOver Because);

/// <summary>
/// Tables of a tender in one field; see <see cref="Tables"/> for the signs.
/// <code>
/// lots:     1 = 管线施工|Laying the pipe = 2,000 米|2,000 m = 250000.00          for coal also  = tonnes = least MJ/kg
/// ranking:  1 = 甲公司 = 1 = 得分最高|Highest score                              or a code: over-ceiling, not-responsive …
/// winners:  1 = 乙公司 = gave-up                                                only where the first in rank does not win
/// </code>
/// </summary>
public static class TenderTables
{
    public static IReadOnlyList<Lot>? Lots(string text)
    {
        var lots = new List<Lot>();
        foreach (var row in Tables.Rows(text))
        {
            if (row is not [var number, var title, var quantity, var estimate, .. var coal] || Fields.Count(number.Trim()) is not { } n
                || Tables.Words(title) is not { } name || Tables.Words(quantity) is not { } much || Yuan.Parse(estimate.Trim()) is not { } yuan) return null;
            if (coal is not ([] or [_, _])) return null;
            if (coal is []) lots.Add(new(n, name, much, yuan));
            else if (Figure(coal[0].Trim()) is { } tonnes && Figure(coal[1].Trim()) is { } heat) lots.Add(new(n, name, much, yuan, new(tonnes, heat)));
            else return null;
        }
        return lots;
    }

    public static IReadOnlyList<RankingRow>? Ranking(string text)
    {
        var rows = new List<RankingRow>();
        foreach (var row in Tables.Rows(text))
        {
            if (row is not [var lot, var bidder, var verdict, .. var reason] || reason.Count > 1 || Fields.Count(lot.Trim()) is not { } n || Tables.Words(bidder) is not { } name) return null;
            var rank = Fields.Count(verdict.Trim());
            RejectCode? rejected = rank is null && verdict.Trim().Length > 0 ? Fields.Choice<RejectCode>(verdict.Trim()) : null;
            if (rank is null && rejected is null) return null;
            rows.Add(new(n, name.Zh, rank, rejected, reason is [var words] && words.Trim().Length > 0 ? Tables.Words(words) ?? new("") : new("")));
        }
        return rows;
    }

    public static IReadOnlyList<WinnerRow>? Winners(string text)
    {
        var rows = new List<WinnerRow>();
        foreach (var row in Tables.Rows(text))
        {
            if (row is not [var lot, var bidder, var because] || Fields.Count(lot.Trim()) is not { } n || Tables.Words(bidder) is not { } name
                || because.Trim().Length == 0 || Fields.Choice<PassedOver>(because.Trim()) is not { } why) return null;
            rows.Add(new(n, name.Zh, why));
        }
        return rows;
    }

    /// <summary>For a form that is filled in already.</summary>
    public static string Write(IEnumerable<Lot> lots) => string.Join('\n', lots.Select(l =>
        string.Create(CultureInfo.InvariantCulture, $"{l.Number} = {Tables.Written(l.Title)} = {Tables.Written(l.Quantity)} = {l.Estimate}")
        + (l.Coal is { } c ? string.Create(CultureInfo.InvariantCulture, $" = {c.Tonnes} = {c.MinCalorific}") : "")));

    /// <summary>Zero or more, at most two decimals, without the noughts that say nothing.</summary>
    public static decimal? Figure(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figure)
        && figure is >= 0 and <= 10_000_000 && decimal.Truncate(figure * 100) == figure * 100 ? figure / 1.0000000000000000000000000000m : null;

    /// <summary><c>2026-09-18 10:00</c>, local; UTC from here on.</summary>
    public static DateTimeOffset? Moment(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Shanghai.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;
}
