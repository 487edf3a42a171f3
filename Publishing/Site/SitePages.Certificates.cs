using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Notices.Certificates;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>公示情况说明 of every window of a declaration that ran to its end.</summary>
public static partial class SitePages
{
    private static IEnumerable<Output> Certificates(SiteModel model, DeclarationOnRegister d)
    {
        ImmutableArray<string> own = [Slices.Declaration(d.Id), Slices.Publicity(d.Id)];
        foreach (var certificate in PublicityCertificate.All(model, d))
        {
            yield return new($"{SiteMap.CertificateFolder(d.Number, certificate.Round)}certificate.json", Stage.Leaf, own, () => CertificateJson.Of(certificate));
            foreach (var language in model.Settings.Languages)
                yield return Page(model, language, SiteMap.Certificate(d.Number, certificate.Round), Stage.Page, [Slices.Town, .. own], here => PageRenderer.Render<CertificatePage>(here, ("Certificate", certificate)));
        }
    }
}
