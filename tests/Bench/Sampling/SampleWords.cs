using Transparency.Contracts;

namespace Transparency.Bench.Sampling;

/// <summary>The vocabulary of synthetic records, from <c>words.tsv</c> beside the program: lists of texts in both languages.</summary>
public sealed class SampleWords
{
    private readonly ILookup<string, Text> lists;

    private SampleWords(ILookup<string, Text> lists) => this.lists = lists;

    public static SampleWords Read() => new(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sampling", "words.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
        .ToLookup(cells => cells[0], cells => new Text(cells[1], cells[2])));

    /// <summary>In the order of the file; never empty for a list that the file has.</summary>
    public IReadOnlyList<Text> this[string list] => [.. lists[list]];
}
