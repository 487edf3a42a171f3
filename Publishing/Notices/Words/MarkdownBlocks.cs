using Markdig;
using Markdig.Syntax;

namespace Transparency.Publishing.Notices.Words;

/// <summary>
/// Markdown as officers write it → blocks of a notice. What the model has no place for becomes its own text:
/// HTML, images, tables, code. Links lead to http and https only.
/// </summary>
public static class MarkdownBlocks
{
    // Inner points are not set in further than this.
    private const int DeepestList = 8;

    private const char IdeographicSpace = '\u3000';

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>
    /// A point of a list holds its inner points as lines of its own, each after a line feed and a dash.
    /// Hard line breaks are line feeds too; runs hold no other control character.
    /// </summary>
    public static IReadOnlyList<Block> From(string markdown)
    {
        var blocks = new List<Block>();
        AddAll(blocks, Parse(markdown), "paragraph");
        return blocks;
    }

    private static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig goes (128): nobody means this, so its marks are taken for text.
            return Markdown.Parse(Escaped(markdown), Pipeline);
        }
    }

    private static string Escaped(string markdown) =>
        string.Concat(markdown.Select(c => char.IsAsciiLetterOrDigit(c) || !char.IsAscii(c) || char.IsWhiteSpace(c) ? $"{c}" : $"\\{c}"));

    private static void AddAll(List<Block> blocks, ContainerBlock parent, string kind)
    {
        foreach (var child in parent) Add(blocks, child, kind);
    }

    private static void Add(List<Block> blocks, Markdig.Syntax.Block block, string kind)
    {
        switch (block)
        {
            case HeadingBlock heading: AddOne(blocks, "heading", MarkdownRuns.Of(heading.Inline)); break;
            case ListBlock list: AddList(blocks, list); break;
            case QuoteBlock quote: AddQuote(blocks, quote); break;
            case LinkReferenceDefinitionGroup: break;
            case LeafBlock leaf: AddOne(blocks, kind, MarkdownRuns.Of(leaf)); break;
            case ContainerBlock other: AddOne(blocks, kind, Lines(other)); break;
        }
    }

    // The model has no quote of several paragraphs: each paragraph is a quote.
    private static void AddQuote(List<Block> blocks, QuoteBlock quote)
    {
        foreach (var child in quote)
        {
            AddOne(blocks, "quote", child is LeafBlock leaf ? MarkdownRuns.Of(leaf) : Lines((ContainerBlock)child));
        }
    }

    private static void AddList(List<Block> blocks, ListBlock list)
    {
        var points = list.OfType<ContainerBlock>().Select(Lines).Where(HasText).ToList();
        if (points.Count > 0) blocks.Add(new Block(list.IsOrdered ? "numbers" : "bullets", points));
    }

    private static void AddOne(List<Block> blocks, string kind, IReadOnlyList<Run> runs)
    {
        if (HasText(runs)) blocks.Add(new Block(kind, [runs]));
    }

    private static IReadOnlyList<Run> Lines(ContainerBlock container)
    {
        var runs = new List<Run>();
        foreach (var leaf in container.Descendants<LeafBlock>())
        {
            var line = MarkdownRuns.Of(leaf);
            if (!HasText(line)) continue;
            var depth = Depth(leaf, container);
            var lead = (runs.Count > 0 ? "\n" : "") + (depth > 0 ? new string(IdeographicSpace, depth - 1) + "– " : "");
            if (lead.Length > 0) runs.Add(new Run(lead));
            runs.AddRange(line);
        }
        return runs;
    }

    private static int Depth(LeafBlock leaf, ContainerBlock from)
    {
        var depth = 0;
        for (var at = leaf.Parent; at is not null && at != from && depth < DeepestList; at = at.Parent)
        {
            if (at is ListItemBlock) depth++;
        }
        return depth;
    }

    private static bool HasText(IReadOnlyList<Run> runs) => runs.Any(r => !string.IsNullOrWhiteSpace(r.Text));
}
