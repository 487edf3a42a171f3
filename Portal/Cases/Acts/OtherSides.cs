using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>With whom agreements are, as their own papers name them.</summary>
internal static class OtherSides
{
    public static async Task<IReadOnlyList<Party>> OfAsync(Entry entry, IEnumerable<AgreementId> agreements)
    {
        var parties = new List<Party>();
        foreach (var id in agreements)
        {
            if ((await entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law)).State is Agreement.Registered known)
                parties.Add(known.Content.With);
        }
        return parties;
    }
}
