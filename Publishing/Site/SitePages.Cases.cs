using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>Pages and notice.json of single cases, with their superseded editions.</summary>
public static partial class SitePages
{
    public static byte[] Declaration(SiteModel model, DeclarationOnRegister declaration, Language language, string? linkBase = null) =>
        Declaration(At(model, language, SiteMap.Declaration(declaration.Number), linkBase), declaration, declaration.Current);

    public static byte[] Agreement(SiteModel model, AgreementOnRegister agreement, Language language, string? linkBase = null) =>
        Agreement(At(model, language, SiteMap.Agreement(agreement.Agreement), linkBase), agreement, agreement.Current);

    private static byte[] Declaration(PageContext here, DeclarationOnRegister declaration, Edition edition) =>
        PageRenderer.Render<DeclarationPage>(here, ("Declaration", declaration), ("Edition", edition));

    private static byte[] Agreement(PageContext here, AgreementOnRegister agreement, AgreementEdition edition) =>
        PageRenderer.Render<AgreementPage>(here, ("Agreement", agreement), ("Edition", edition));

    private static IEnumerable<Output> Outputs(SiteModel model, DeclarationOnRegister d)
    {
        foreach (var edition in d.Editions)
        {
            var newest = edition.Ordinal == d.Current.Ordinal;
            var folder = newest ? SiteMap.DeclarationFolder(d.Number) : SiteMap.Superseded(SiteMap.DeclarationFolder(d.Number), edition.Ordinal);
            // An agreement gets a link once it has a page of its own.
            ImmutableArray<string> inputs =
            [
                Slices.Town, Slices.Declaration(d.Id), Slices.Numbered(d.Number), .. edition.Section.Subjects.Select(s => Slices.Agreement(s.Id)), .. (edition.Section.Plans ?? []).Select(p => Slices.Tender(p.Id)),
                .. edition.Section.Decision is { } decision ? [Slices.Deliberation(decision.Number)] : Array.Empty<string>(),
            ];
            yield return new($"{folder}notice.json", Stage.Leaf, [Slices.Declaration(d.Id)], () => NoticeJson.Of(d, edition));
            foreach (var language in model.Settings.Languages)
                // The newest page also says what came of looking at it.
                yield return Page(model, language, $"{folder}index.html", newest ? Stage.Page : Stage.Leaf, newest ? inputs.Add(Slices.Publicity(d.Id)) : inputs, here => Declaration(here, d, edition));
        }
        foreach (var output in Certificates(model, d)) yield return output;
    }

    private static IEnumerable<Output> Outputs(SiteModel model, AgreementOnRegister a)
    {
        foreach (var edition in a.Editions)
        {
            var newest = edition.Ordinal == a.Current.Ordinal;
            var folder = newest ? SiteMap.AgreementFolder(a.Agreement) : SiteMap.Superseded(SiteMap.AgreementFolder(a.Agreement), edition.Ordinal);
            yield return new($"{folder}notice.json", Stage.Leaf, [Slices.Agreement(a.Agreement)], () => NoticeJson.Of(edition));
            foreach (var language in model.Settings.Languages)
                yield return Page(model, language, $"{folder}index.html", newest ? Stage.Page : Stage.Leaf, [Slices.Town, Slices.Agreement(a.Agreement)], here => Agreement(here, a, edition));
        }
    }
}
