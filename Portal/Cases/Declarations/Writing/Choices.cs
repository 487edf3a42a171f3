using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Town;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Declarations.Writing;

/// <summary>What this officer may declare, and for whom: found by asking the law with a sound draft of each.</summary>
public sealed record Choices(IReadOnlyList<Matter> Matters, IReadOnlyList<Village> Villages, bool ForTheTown)
{
    private static readonly Text Sound = new("…");

    public static Choices Of(Screen here)
    {
        var lawful = (from matter in here.Rules.Matters.Values
                      from village in here.Rules.Villages.Keys.Cast<VillageCode?>().Prepend(null)
                      where MayDraft(here, matter, village)
                      select (matter, village)).ToList();
        var villages = lawful.Select(l => l.village).OfType<VillageCode>().Distinct().Select(v => here.Rules.Villages[v]);
        return new(
            [.. lawful.Select(l => l.matter).Distinct()],
            [.. villages.OrderBy(v => v.Code.Value, StringComparer.Ordinal)],
            lawful.Any(l => l.village is null));
    }

    private static bool MayDraft(Screen here, Matter matter, VillageCode? village)
    {
        var content = new DeclarationContent(Sound, matter.Code, village, Sound, Sound, Sound, [], [], new(""), null, []);
        var draft = new DeclarationCommand.Draft(new("asked"), content, here.Officer!, here.Now);
        return DeclarationDecider.Law.Decide(here.Rules, new Declaration.None(), draft) is Decision<DeclarationEvent>.Accepted;
    }
}
