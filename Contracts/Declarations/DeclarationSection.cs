using Transparency.Contracts.Agreements;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Tenders;

namespace Transparency.Contracts.Declarations;

/// <summary>What the public shall see of a declaration: the one content that review, publicity and approval pin by its hash.</summary>
/// <param name="Plans">the plans of tenders; null for none</param>
/// <param name="Attachments">files, in the order in which the declarant wrote them</param>
/// <param name="Shares">of villages that buy together, each by its own decision; null for none</param>
public sealed record DeclarationSection(
    Text Title, string Matter, Text MatterName, string Law, VillageCode? Village, Text Discloser, Text Town,
    Text What, Text ForWhom, Text Ask, IReadOnlyList<SourceAmount> Sources, IReadOnlyList<BudgetLine> Budget, Text Body,
    VillageDecision? Decision, IReadOnlyList<Attachment> Attachments, IReadOnlyList<AgreementSection> Subjects, WorkId? Work = null,
    IReadOnlyList<TenderSection>? Plans = null, IReadOnlyList<SharedDecision>? Shares = null)
{
    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));

    public Yuan Amount => Sources.Sum(s => s.Amount);

    public Yuan BudgetTotal => Budget.Sum(l => l.Amount);

    /// <summary>Every village decision on which it rests.</summary>
    public IEnumerable<VillageDecision> Decisions =>
        [.. Decision is { } own ? [own] : Array.Empty<VillageDecision>(), .. (Shares ?? []).Select(s => s.Decision)];

    /// <summary>The content under the names in force, with each subject's working copy as it is now.</summary>
    /// <param name="bases">the deliberations that the content names, as they stand now</param>
    /// <param name="subjects">in the order of <see cref="DeclarationContent.Subjects"/></param>
    /// <param name="plans">in the order of <see cref="DeclarationContent.Plans"/></param>
    public static DeclarationSection Of(
        DeclarationContent c, RuleBook rules, Bases bases,
        IEnumerable<AgreementSection> subjects, IReadOnlyList<TenderSection>? plans = null)
    {
        var matter = rules.Matters[c.Matter];
        var discloser = c.Village is { } village ? rules.Villages[village].Name : rules.Town.Name;
        return new(
            c.Title, c.Matter, matter.Name, matter.Law, c.Village, discloser, rules.Town.Name,
            c.What, c.ForWhom, c.Ask, c.Sources, c.Budget, c.Body, VillageDecision.Of(bases.Own),
            c.Attachments ?? [], [.. subjects], c.Work, plans is { Count: > 0 } ? plans : null,
            c.Shares is { Count: > 0 } shares ? [.. shares.Zip(bases.Shares).SelectMany(x => Of(rules, x.First, x.Second))] : null);
    }

    /// <summary>Nothing for a decision that does not stand: whoever declares is told.</summary>
    private static IEnumerable<SharedDecision> Of(RuleBook rules, VillageShare share, Deliberation state) =>
        share.Deliberation.Village is { } village && rules.Villages.TryGetValue(village, out var known)
            && VillageDecision.Of(state) is { } decision ? [new(known.Name, share.Amount, decision)] : [];
}
