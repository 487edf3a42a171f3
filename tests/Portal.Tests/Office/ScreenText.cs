using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Transparency.Portal.Tests.Office;

/// <summary>
/// A screen as lines that a person can read and compare: what people see, and all that a form sends. Blocks are indented instead of closed, attributes stand in order,
/// and what differs between two runs – the form's token, internal ids, the inspection's half of chance – has a fixed word. Of a long table the rows after the first ones are counted
/// and hashed: they have the same form, and the demo's books would fill megabytes.
/// </summary>
public static partial class ScreenText
{
    /// <summary>A line of their own, with all that is in them.</summary>
    private static readonly HashSet<string> Lines =
        ["p", "h1", "h2", "h3", "tr", "caption", "label", "legend", "summary", "button", "input", "select", "datalist", "textarea", "iframe"];

    private static readonly HashSet<string> Containers =
        ["header", "nav", "main", "section", "article", "div", "form", "fieldset", "details", "blockquote", "table", "thead", "tbody", "ul", "ol", "li", "dl"];

    /// <summary>Space between them is nobody's to see.</summary>
    private static readonly HashSet<string> Cells = [.. Lines, .. Containers, "td", "th", "dt", "dd", "option"];

    /// <summary>Of a table or list, in full.</summary>
    private const int Rows = 10;

    private static readonly HashSet<string> Empty = ["input", "br", "link", "meta"];

    /// <param name="head">with the frame's head: who is signed in, and the rooms</param>
    public static string Of(Seen seen, bool head = false)
    {
        var text = new StringBuilder();
        text.Append("<title>").Append(Escaped(seen.Page.Title ?? "")).Append('\n');
        foreach (var part in seen.Page.QuerySelectorAll(head ? "body > header, body > nav, main" : "body > nav, main")) Write(text, part, 0);
        return text.ToString();
    }

    /// <summary>Ids are numbered in the order in which a screen names them.</summary>
    public static string WithoutChance(string text)
    {
        var ids = new Dictionary<string, string>();
        return InternalId().Replace(text, id => ids.TryGetValue(id.Value, out var known) ? known : ids[id.Value] = $"id-{ids.Count + 1}");
    }

    private static void Write(StringBuilder text, IElement element, int depth)
    {
        if (IsLine(element))
        {
            Line(text, depth, Whole(element));
            return;
        }
        Line(text, depth, Tag(element));
        if (element.LocalName is "tbody" or "ol" or "ul" && element.ChildElementCount > Rows + 2 && element.Children.All(IsLine))
        {
            foreach (var row in element.Children.Take(Rows)) Line(text, depth + 1, Whole(row));
            Line(text, depth + 1, $"… {element.ChildElementCount - Rows} more, {Digest(element.Children.Skip(Rows).Select(Whole))}");
            return;
        }
        var run = new StringBuilder();
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement block && (Lines.Contains(block.LocalName) || Containers.Contains(block.LocalName)))
            {
                Line(text, depth + 1, run.ToString());
                run.Clear();
                Write(text, block, depth + 1);
            }
            else run.Append(Inline(child));
        }
        Line(text, depth + 1, run.ToString());
    }

    private static string Digest(IEnumerable<string> rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..16];

    private static bool IsLine(IElement element) => Lines.Contains(element.LocalName) || !element.QuerySelectorAll("*").Any(e => Lines.Contains(e.LocalName) || Containers.Contains(e.LocalName));

    private static void Line(StringBuilder text, int depth, string words)
    {
        if (words.Trim() is { Length: > 0 } line) text.Append(' ', depth * 2).Append(line).Append('\n');
    }

    private static string Whole(IElement element)
    {
        if (Empty.Contains(element.LocalName)) return Tag(element);
        var inside = element.LocalName == "textarea" ? Escaped(element.TextContent).Replace("\n", "⏎", StringComparison.Ordinal) : string.Concat(element.ChildNodes.Select(Inline));
        return $"{Tag(element)}{(Cells.Contains(element.LocalName) ? inside.Trim() : inside)}</{element.LocalName}>";
    }

    private static string Inline(INode node) => node switch
    {
        IElement element => Whole(element),
        IText words when string.IsNullOrWhiteSpace(words.Data) => IsCell(words.PreviousSibling) || IsCell(words.NextSibling) ? "" : " ",
        IText words => Space().Replace(Escaped(words.Data), " "),
        _ => "",
    };

    private static bool IsCell(INode? node) => node is IElement element && Cells.Contains(element.LocalName);

    private static string Tag(IElement element) =>
        $"<{element.LocalName}{string.Concat(element.Attributes.Select(a => (a.Name, Value: ValueOf(element, a))).Where(a => a is not ("class", "")).OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => a.Value.Length == 0 ? $" {a.Name}" : $" {a.Name}=\"{a.Value}\""))}>";

    private static string ValueOf(IElement element, IAttr attribute) => (attribute.Name, element.GetAttribute("name")) switch
    {
        ("value", "token") => "token",
        ("value", "half") => "half",
        ("class", _) => Space().Replace(attribute.Value, " ").Trim(),
        _ => Escaped(attribute.Value).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\n", "⏎", StringComparison.Ordinal),
    };

    private static string Escaped(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    /// <summary>As they are minted from 2024 to 2029: seconds since 2020 in six digits of 32, then six of chance.</summary>
    [GeneratedRegex(@"(?<![0-9a-z])(?=[0-9]*[a-z])[3-8][0-9a-hjkmnp-tv-z]{11}(?![0-9a-z])")]
    private static partial Regex InternalId();
}
