using System.Globalization;
using System.Text;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Declarations;

namespace Transparency.Portal.Cases.Acts;

/// <summary>
/// Money tables in one field, for forms, CSV imports and scenario files alike. One entry per line, or entries separated by <c>;</c>;
/// columns by <c>=</c>; Chinese and English by <c>|</c>. A backslash takes the meaning from the character after it.
/// <code>
/// sources:  镇财政|Town budget = 150000.00; 村集体|Village = 30000.00
/// budget:   路基整平|Levelling = 2,800 米|2,800 m = 12.00 = 33600.00     item = quantity = unit price, may be empty = amount
/// </code>
/// Only the plain ASCII signs separate; full-width ones are text.
/// </summary>
public static class Tables
{
    public static IReadOnlyList<SourceAmount>? Sources(string text)
    {
        var rows = new List<SourceAmount>();
        foreach (var columns in Rows(text))
        {
            if (columns is not [var source, var amount]
                || Words(source) is not { } name || Yuan.Parse(amount.Trim()) is not { } yuan) return null;
            rows.Add(new(name, yuan));
        }
        return rows;
    }

    public static IReadOnlyList<BudgetLine>? Budget(string text)
    {
        var rows = new List<BudgetLine>();
        foreach (var columns in Rows(text))
        {
            if (columns is not [var item, var quantity, var price, var amount]
                || Words(item) is not { } name || Words(quantity) is not { } much) return null;
            var unitPrice = Yuan.Parse(price.Trim());
            if (Yuan.Parse(amount.Trim()) is not { } yuan || (unitPrice is null && price.Trim().Length > 0)) return null;
            rows.Add(new(name, much, unitPrice, yuan));
        }
        return rows;
    }

    /// <summary><c>2026-07-31 = 252000.00</c></summary>
    public static IReadOnlyList<RentDue>? Dues(string text)
    {
        var rows = new List<RentDue>();
        foreach (var columns in Rows(text))
        {
            if (columns is not [var due, var amount]
                || Fields.Day(due.Trim()) is not { } day || Yuan.Parse(amount.Trim()) is not { } yuan) return null;
            rows.Add(new(day, yuan));
        }
        return rows;
    }

    /// <summary>The same rows as text, one per line, for a form that is filled in already.</summary>
    public static string Write(IEnumerable<SourceAmount> rows) => string.Join('\n', rows.Select(r => $"{Written(r.Source)} = {r.Amount}"));

    public static string Write(IEnumerable<BudgetLine> rows) =>
        string.Join('\n', rows.Select(r => $"{Written(r.Item)} = {Written(r.Quantity)} = {r.UnitPrice} = {r.Amount}"));

    internal static string Written(Text text) => text.En is null ? Escaped(text.Zh) : $"{Escaped(text.Zh)}|{Escaped(text.En)}";

    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text) escaped.Append(c is '\\' or ';' or '=' or '|' ? $"\\{c}" : c is '\n' ? " " : c.ToString());
        return escaped.ToString();
    }

    internal static IEnumerable<List<string>> Rows(string text) =>
        Split(text, ";\n").Where(row => !string.IsNullOrWhiteSpace(row)).Select(row => Split(row, "="));

    internal static Text? Words(string text) => Split(text, "|").Select(Plain).ToList() switch
    {
        [{ Length: > 0 } zh] => new(zh),
        [{ Length: > 0 } zh, { Length: > 0 } en] => new(zh, en),
        _ => null,
    };

    /// <summary>Cuts at separators that have no backslash before them; backslashes stay for the next, finer cut.</summary>
    private static List<string> Split(string text, string separators)
    {
        var parts = new List<string>();
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') { i++; continue; }
            if (!separators.Contains(text[i], StringComparison.Ordinal)) continue;
            parts.Add(text[from..i]);
            from = i + 1;
        }
        parts.Add(text[from..]);
        return parts;
    }

    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++) plain.Append(text[i] == '\\' && i + 1 < text.Length ? text[++i] : text[i]);
        return plain.ToString().Trim();
    }
}
