using System.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transparency.Publishing.Notices.Words;

/// <summary>The text of one Markdown paragraph as runs: an explicit walk, since emphasis may nest as deep as the input is long.</summary>
internal sealed class MarkdownRuns
{
    // CJK radicals; from here on scripts are written without spaces between words (Korean and emoji apart).
    private const char FirstWide = '\u2E80';

    private readonly List<Run> runs = [];
    private readonly StringBuilder text = new();
    private Run style = new("");

    internal static IReadOnlyList<Run> Of(LeafBlock leaf) =>
        leaf.Inline is { } inline ? Of(inline) : Verbatim(leaf.Lines);

    internal static IReadOnlyList<Run> Of(ContainerInline? inline)
    {
        var made = new MarkdownRuns();
        if (inline is not null) made.Walk(inline);
        made.Close();
        return made.runs;
    }

    // Code and whatever else has no inlines.
    private static List<Run> Verbatim(StringLineGroup lines)
    {
        var text = Clean(lines.ToString()).TrimEnd('\n');
        return text.Length == 0 ? [] : [new Run(text)];
    }

    private void Walk(ContainerInline root)
    {
        var open = new Stack<(Inline Node, Run Style)>();
        Push(open, root, new Run(""));
        while (open.TryPop(out var next))
        {
            if (next.Node is ContainerInline inner) Push(open, inner, Styled(inner, next.Style));
            else if (next.Node is AutolinkInline auto) Append(next.Style with { Link = WebAddress(auto.Url) }, Clean(auto.Url));
            else Append(next.Style, TextOf(next.Node));
        }
    }

    private static void Push(Stack<(Inline, Run)> open, ContainerInline parent, Run style)
    {
        for (var child = parent.LastChild; child is not null; child = child.PreviousSibling) open.Push((child, style));
    }

    private static Run Styled(ContainerInline inline, Run style) => inline switch
    {
        EmphasisInline { DelimiterCount: >= 2 } => style with { Strong = true },
        EmphasisInline => style with { Emphasis = true },
        LinkInline { IsImage: false } link => style with { Link = WebAddress(link.Url) },
        _ => style,
    };

    private static string TextOf(Inline inline) => inline switch
    {
        LiteralInline literal => Clean(literal.Content.ToString()),
        CodeInline code => Clean(code.Content),
        HtmlEntityInline entity => Clean(entity.Transcoded.ToString()),
        LineBreakInline { IsHard: true } => "\n",
        LineBreakInline => SoftBreak(inline),
        _ => "",
    };

    // A line end in the source is a space between words; between Chinese characters it is nothing.
    private static string SoftBreak(Inline inline) =>
        EndsWide(inline.PreviousSibling) || StartsWide(inline.NextSibling) ? "" : " ";

    private static bool EndsWide(Inline? inline) =>
        inline is LiteralInline { Content: { Length: > 0 } before } && before[before.End] >= FirstWide;

    private static bool StartsWide(Inline? inline) =>
        inline is LiteralInline { Content: { Length: > 0 } after } && after[after.Start] >= FirstWide;

    // Markdig hands over hostile input one character at a time: neighbours of one style are gathered before they are a string.
    private void Append(Run next, string piece)
    {
        if (piece.Length == 0) return;
        if (next != style) Close();
        style = next;
        text.Append(piece);
    }

    private void Close()
    {
        if (text.Length > 0) runs.Add(style with { Text = text.ToString() });
        text.Clear();
    }

    private static string? WebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    // No font draws a control character, and a PDF/A with one in it is refused.
    private static string Clean(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Replace('\t', ' ').Where(c => c == '\n' || !char.IsControl(c))) : text;
}
