using Microsoft.AspNetCore.Components;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Words;

/// <summary>A phrase as markup. A fragment and no component: a page has a hundred of them, and each component costs a microsecond.</summary>
internal static class PhraseWords
{
    /// <summary>The words of a phrase, with Chinese in an English sentence marked as such.</summary>
    /// <param name="kept">in narrow columns: figures stay with their units</param>
    public static RenderFragment Of(Phrase phrase, bool kept = false) => builder =>
    {
        foreach (var piece in phrase.Pieces)
        {
            if (piece.Chinese)
            {
                builder.OpenElement(0, "span");
                builder.AddAttribute(1, "lang", "zh-Hans");
            }
            builder.AddContent(2, kept ? Wording.Kept(piece.Words) : piece.Words);
            if (piece.Chinese) builder.CloseElement();
        }
    };
}
