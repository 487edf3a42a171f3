using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>One of the five sentences at the top of every case, for page and sheet alike.</summary>
/// <param name="Label">in the page's language: 花多少</param>
/// <param name="Aside">exact figure, sources or rule, without brackets</param>
public sealed record CaseSentence(string Label, Phrase Words, Phrase? Aside)
{
    public Sentence OnSheet() => new(Label, Words.ToString(), Aside?.ToString());
}

/// <summary>Words that pages and sheets share.</summary>
public static class CaseWords
{
    /// <summary>9月24日, with the year only where it is another one than the case's own.</summary>
    public static string DayIn(Language language, int year, DateOnly day) =>
        day.Year == year ? Wording.ShortDay(language, day) : Wording.Day(language, day);

    /// <summary>5 个工作日.</summary>
    public static string Span(Language language, DeadlineRule rule) => Catalogue.Say(language, $"span.{rule.Unit}", rule.Value);

    /// <summary>第 1 版 · 2026年9月18日 · 校验码 3f9a 21c4.</summary>
    public static string EditionLine(Language language, int ordinal, DateTimeOffset at, string checkCode) =>
        Catalogue.Say(language, "edition.line", ordinal, Shanghai.DayOf(at), checkCode);
}
