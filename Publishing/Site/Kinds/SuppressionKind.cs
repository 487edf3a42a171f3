using Transparency.Contracts.Suppressions;
using Transparency.Publishing.Components;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>依法撤下: a page of each suppression. The kinds themselves say so where something was taken away.</summary>
internal sealed class SuppressionKind() : PublicKind<SuppressionOnRegister>(
    "suppression", 1, typeof(SuppressionEvent), SuppressionOnRegister.Evolve)
{
    protected override IEnumerable<Output> Outputs(SiteModel site, SuppressionOnRegister s) =>
        site.Settings.Languages.Select(language => SitePages.Page(
            site, language, SiteMap.Suppression(s.Number), Stage.Page, [Slices.Town, Slices.Suppression(s.Number)],
            here => PageRenderer.Render<SuppressionPage>(here, ("Suppression", s))));
}
