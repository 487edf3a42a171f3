using Transparency.Contracts.Agreements;

namespace Transparency.Contracts.Tenders;

/// <summary>What the public sees of the plan of a tender: the content under the names in force.</summary>
/// <param name="Buyer">the village, or the town itself</param>
/// <param name="Ask">whom to ask</param>
public sealed record TenderSection(
    TenderId Id, Text Title, AgreementKind Kind, VillageCode? Village, Text Buyer,
    Text Town, Text Ask, string Matter, Text MatterName, string Law,
    TenderMethod Method, Text What, Yuan Estimate, Yuan? Ceiling, IReadOnlyList<Lot> Lots, WorkId? Work = null)
{
    public static TenderSection Of(TenderId id, TenderContent c, RuleBook rules)
    {
        var matter = rules.Matters[c.Matter];
        var buyer = c.Village is { } village ? rules.Villages[village].Name : rules.Town.Name;
        return new(
            id, c.Title, c.Kind, c.Village, buyer, rules.Town.Name, rules.Town.Contact,
            c.Matter, matter.Name, matter.Law, c.Method, c.What, c.Estimate, c.Ceiling, c.Lots, c.Work);
    }

    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));
}
