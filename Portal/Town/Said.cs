using Transparency.Contracts;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Town;

/// <summary>A text of the catalogue in both languages, as a sentence about the town's files takes it.</summary>
internal static class Said
{
    public static Text Of(string code, params IReadOnlyList<object> arguments) =>
        new(Catalogue.Say(Language.Zh, code, arguments), Catalogue.Say(Language.En, code, arguments));
}
