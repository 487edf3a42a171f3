using Transparency.Contracts;
using Transparency.Contracts.Town;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components;

/// <summary>Where a page stands and in which language it speaks; all its links and sentences come through here.</summary>
/// <param name="Path">of the page in the first language, as <see cref="SiteMap"/> gives it</param>
/// <param name="LinkBase">
/// null: links are relative, so that the tree also opens from a folder; else the absolute address before every path,
/// with its slash at the end
/// </param>
public sealed record PageContext(SiteModel Model, Language Language, string Path, string? LinkBase = null)
{
    public SiteSettings Settings => Model.Settings;

    public TownSettings Town => Model.Town.Settings;

    public string Tag => SiteMap.Tag(Language);

    /// <inheritdoc cref="Wording.Gap"/>
    public string Gap => Wording.Gap(Language);

    public string Say(string code, params IReadOnlyList<object> arguments) => Catalogue.Say(Language, code, arguments);

    public Phrase Phrase(string code, params IReadOnlyList<object> arguments) => Texts.Phrase.Say(Language, code, arguments);

    public Phrase Phrase(Text text) => Texts.Phrase.Of(Language, text);

    /// <summary>A page in this page's language.</summary>
    public string Page(string path) => Link(SiteMap.In(Settings, Language, path));

    /// <summary>What stands once for all languages: data, notices, assets.</summary>
    public string File(string path) => Link(path);

    /// <summary>This page in another language.</summary>
    public string In(Language other) => Link(SiteMap.In(Settings, other, Path));

    /// <summary>What the public may do lives on the server, also for a tree opened from a folder.</summary>
    public string Act(string act) => $"{Settings.PublicAddress}/act/{act}";

    public string Day(DateOnly day) => Wording.Day(Language, day);

    private string Link(string path) => LinkBase is null ? SiteMap.Relative(SiteMap.In(Settings, Language, Path), path) : LinkBase + path;
}

/// <summary>One step of the way back to the home page.</summary>
/// <param name="Path">null for the page's own kind, which is no link</param>
public sealed record Crumb(Text Label, string? Path)
{
    public static Crumb Of(string code, string? path = null) => new(Speak(code), path);

    private static Text Speak(string code) => new(Catalogue.Say(Language.Zh, code), Catalogue.Say(Language.En, code));
}
