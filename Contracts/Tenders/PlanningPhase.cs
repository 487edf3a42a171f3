using Transparency.Contracts.Town;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Contracts.Tenders;

/// <summary>立项: planned in the office until a declaration's approval, or the signature of another person, makes it public.</summary>
internal static class PlanningPhase
{
    public static Decision<TenderEvent> Begin(RuleBook rules, Plan c) =>
        (TenderGuards.OfContent(rules, c.Id, c.Content) ?? TenderGuards.MayRun(rules, c.Content, c.By)) is { } no
            ? no
            : new TenderPlanned(c.Id, c.Content, c.By.Sign(c.At));

    public static Decision<TenderEvent> Decide(RuleBook rules, Tender.Planned s, TenderCommand command) => command switch
    {
        Replan c when TenderGuards.OfContent(rules, s.File.Id, c.Content) is { } no => no,
        Replan c when TenderGuards.MayRun(rules, c.Content, c.By) is { } no => no,
        Replan c => new TenderReplanned(c.Content, c.By.Sign(c.At)),

        Disclose or SignPlan when s.File.Planners.Contains(command.By.Person) => Refusal.NotYours("tender.own-plan"),
        Disclose c => Disclosed(rules, s, c.Declaration, c.Number, c.Hash, c),
        SignPlan when rules.Matters[s.File.Content.Matter].Route != Route.Routine => Refusal.Wait("tender.wants-declaration"),
        SignPlan c => Disclosed(rules, s, null, null, c.Seen, c),

        _ => TenderDecider.NotNow(s, command),
    };

    private static Decision<TenderEvent> Disclosed(
        RuleBook rules, Tender.Planned s, DeclarationId? declaration, string? number, ContentHash? seen, TenderCommand c)
    {
        var section = TenderSection.Of(s.File.Id, s.File.Content, rules);
        return seen is { } hash && hash != section.Hash
            ? Refusal.Moved("content.moved", s.File.Id.Value)
            : new TenderPlanDisclosed(s.File.Edition + 1, declaration, number, section, section.Hash, c.By.Sign(c.At));
    }
}
