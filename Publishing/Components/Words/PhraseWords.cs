using System.Text;
using Microsoft.AspNetCore.Components;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Words;

/// <summary>
/// A phrase as markup, escaped here. One finished piece and no component or fragment: a page has a hundred of them,
/// and every fragment costs the renderer a region, a delegate and a list.
/// </summary>
internal static class PhraseWords
{
    private static readonly PublicHtmlEncoder Encoder = new();

    /// <summary>The words of a phrase, with Chinese in an English sentence marked as such.</summary>
    /// <param name="kept">in narrow columns: figures stay with their units</param>
    public static MarkupString Of(Phrase phrase, bool kept = false)
    {
        if (phrase.Pieces.Count == 1) return new(Of(phrase.Pieces[0].Words, phrase.Pieces[0].Chinese, kept));
        var markup = new StringBuilder();
        foreach (var piece in phrase.Pieces) markup.Append(Of(piece.Words, piece.Chinese, kept));
        return new(markup.ToString());
    }

    /// <summary>What a person typed.</summary>
    public static MarkupString Of(Contracts.Language language, Contracts.Text typed) =>
        new(Of(typed.In(language), language == Contracts.Language.En && typed.En is null, kept: false));

    private static string Of(string words, bool chinese, bool kept)
    {
        var escaped = Encoder.Encode(kept ? Wording.Kept(words) : words);
        return chinese ? $"<span lang=\"zh-Hans\">{escaped}</span>" : escaped;
    }
}
