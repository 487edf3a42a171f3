using Transparency.Contracts;

namespace Transparency.Publishing.Pages;

/// <summary>One data file as the data page explains it.</summary>
/// <param name="Path">in the tree</param>
/// <param name="InEachLanguage">true for feeds and calendars, which stand in every language</param>
public sealed record DataFile(string Path, Text Title, Text Explanation, bool InEachLanguage = false);
