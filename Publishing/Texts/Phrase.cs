using System.Text.RegularExpressions;
using Transparency.Contracts;

namespace Transparency.Publishing.Texts;

/// <param name="Chinese">true when it stands in Chinese within an English sentence, for want of an English text</param>
public readonly record struct Piece(string Words, bool Chinese);

/// <summary>A sentence in one language that remembers which of its pieces could not be had in it, so that a page can mark them.</summary>
public sealed partial record Phrase(IReadOnlyList<Piece> Pieces)
{
    public static Phrase Plain(string words) => new([new(words, false)]);

    public static Phrase Of(Language language, Text text) => new([new(text.In(language), language == Language.En && text.En is null)]);

    public static Phrase Of(Language language, PublicName name) => Of(language, new Text(name.Zh, name.En));

    /// <summary>As <see cref="Catalogue.Say(Language, string, IReadOnlyList{object})"/>; arguments may be phrases too.</summary>
    public static Phrase Say(Language language, string code, params IReadOnlyList<object> arguments)
    {
        var pattern = Catalogue.Say(language, code);
        var pieces = new List<Piece>();
        var done = 0;
        foreach (Match place in Place().Matches(pattern))
        {
            if (place.Index > done) pieces.Add(new(pattern[done..place.Index], false));
            pieces.AddRange(PiecesOf(language, arguments[place.Groups[1].Value[0] - '0']));
            done = place.Index + place.Length;
        }
        if (done < pattern.Length) pieces.Add(new(pattern[done..], false));
        return new(Merged(pieces));
    }

    public static Phrase Join(string between, IEnumerable<Phrase> phrases) =>
        new([.. phrases.SelectMany((p, i) => i == 0 ? p.Pieces : [new(between, false), .. p.Pieces])]);

    public override string ToString() => string.Concat(Pieces.Select(p => p.Words));

    private static List<Piece> Merged(List<Piece> pieces)
    {
        var merged = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (merged.Count > 0 && merged[^1].Chinese == piece.Chinese) merged[^1] = piece with { Words = merged[^1].Words + piece.Words };
            else merged.Add(piece);
        }
        return merged;
    }

    private static IEnumerable<Piece> PiecesOf(Language language, object argument) => argument switch
    {
        Phrase phrase => phrase.Pieces,
        Text text => Of(language, text).Pieces,
        _ => [new(Catalogue.Argument(language, argument), false)],
    };

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Place();
}
