using Transparency.Contracts.Agreements;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Tenders;

namespace Transparency.Contracts.Declarations;

/// <summary>What the public shall see of a declaration: the one content that review, publicity and approval pin by its hash.</summary>
/// <param name="Plans">the plans of tenders; null for none</param>
/// <param name="Attachments">files, in the order in which the declarant wrote them</param>
public sealed record DeclarationSection(
    Text Title, string Matter, Text MatterName, string Law, VillageCode? Village, Text Discloser, Text Town,
    Text What, Text ForWhom, Text Ask, IReadOnlyList<SourceAmount> Sources, IReadOnlyList<BudgetLine> Budget, Text Body,
    VillageDecision? Decision, IReadOnlyList<Attachment> Attachments, IReadOnlyList<AgreementSection> Subjects, WorkId? Work = null,
    IReadOnlyList<TenderSection>? Plans = null)
{
    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));

    public Yuan Amount => Sources.Sum(s => s.Amount);

    public Yuan BudgetTotal => Budget.Sum(l => l.Amount);

    /// <summary>The content under the names in force, with each subject's working copy as it is now.</summary>
    /// <param name="deliberation">that the content names, as it stands now</param>
    /// <param name="subjects">in the order of <see cref="DeclarationContent.Subjects"/></param>
    /// <param name="plans">in the order of <see cref="DeclarationContent.Plans"/></param>
    public static DeclarationSection Of(
        DeclarationContent c, RuleBook rules, Deliberation deliberation,
        IEnumerable<AgreementSection> subjects, IReadOnlyList<TenderSection>? plans = null)
    {
        var matter = rules.Matters[c.Matter];
        var discloser = c.Village is { } village ? rules.Villages[village].Name : rules.Town.Name;
        return new(
            c.Title, c.Matter, matter.Name, matter.Law, c.Village, discloser, rules.Town.Name,
            c.What, c.ForWhom, c.Ask, c.Sources, c.Budget, c.Body, VillageDecision.Of(deliberation),
            c.Attachments ?? [], [.. subjects], c.Work, plans is { Count: > 0 } ? plans : null);
    }
}
