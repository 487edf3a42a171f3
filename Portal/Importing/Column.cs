using Transparency.Contracts;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Importing;

/// <summary>One column of a template. Its headers stand in the texts as <c>column.{Name}</c>, its guide as <c>guide.{Name}</c>.</summary>
/// <param name="Name">machine name, understood as a header in every language</param>
/// <param name="Required">the header must be there; cells are checked by the kind</param>
public sealed record Column(string Name, bool Required)
{
    /// <summary>Stands before the first cell of a template's second row, by which the import knows to skip it.</summary>
    public const string GuideMark = "〔填写说明〕";

    public static Column Must(string name) => new(name, true);

    public static Column May(string name) => new(name, false);

    public string Header(Language language) => Catalogue.Say(language, $"column.{Name}");

    public string Guide => Catalogue.Say(Language.Zh, $"guide.{Name}");

    /// <param name="folded">a header in half-width letters without surrounding space</param>
    public bool IsCalled(string folded) =>
        folded.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || folded.Equals(Crooked.Fold(Header(Language.Zh)), StringComparison.Ordinal)
        || folded.Equals(Header(Language.En), StringComparison.OrdinalIgnoreCase);
}
