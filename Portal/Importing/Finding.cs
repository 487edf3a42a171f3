using Transparency.Contracts;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Importing;

/// <summary>One thing wrong with an imported file.</summary>
/// <param name="File">its name, without folders</param>
/// <param name="Row">as a spreadsheet counts, from 1; 0 = the file as a whole</param>
/// <param name="Column">machine name of the column, or null when the row as a whole is meant</param>
/// <param name="Why">what was expected, or the refusal of the act that the row stands for</param>
public sealed record Finding(string File, int Row, string? Column, Refusal Why)
{
    /// <summary>The most findings that are listed; more are counted.</summary>
    public const int MostListed = 50;

    public string In(Language language)
    {
        var why = Catalogue.Say(language, Why);
        return Row == 0 ? Catalogue.Say(language, "import.in-file", File, why)
            : Column is null ? Catalogue.Say(language, "import.in-row", File, Row, why)
            : Catalogue.Say(language, "import.in-cell", File, Row, new Word($"column.{Column}"), why);
    }
}
