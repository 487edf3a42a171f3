using System.Globalization;
using Microsoft.AspNetCore.Components;
using Transparency.Contracts;
using Transparency.Publishing.Components.Words;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components;

/// <summary>A part of a public page; the page hands its context down.</summary>
public abstract class PublicComponent : ComponentBase
{
    [CascadingParameter]
    public PageContext Here { get; set; } = null!;

    /// <inheritdoc cref="PhraseWords.Of"/>
    protected static MarkupString Words(Phrase phrase, bool kept = false) => PhraseWords.Of(phrase, kept);

    /// <summary>What a person typed; an English page without an English text shows the Chinese, marked as such.</summary>
    protected MarkupString Words(Text typed) => PhraseWords.Of(Here.Language, typed);

    /// <summary>2026-09-18, as the element <c>time</c> wants it.</summary>
    protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A whole page.</summary>
public abstract class PublicPage : ComponentBase
{
    [Parameter, EditorRequired]
    public required PageContext Here { get; set; }

    /// <inheritdoc cref="PhraseWords.Of"/>
    protected static MarkupString Words(Phrase phrase) => PhraseWords.Of(phrase);

    /// <inheritdoc cref="PublicComponent.Words(Text)"/>
    protected MarkupString Words(Text typed) => PhraseWords.Of(Here.Language, typed);
}
