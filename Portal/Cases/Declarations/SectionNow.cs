using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Files;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>What the public would see of a content today: names in force, each subject's working copy.</summary>
public static class SectionNow
{
    public static async Task<Result<DeclarationSection>> OfAsync(
        IQuerySession session, RuleBook rules, DeclarationContent content, CancellationToken ct)
    {
        if (!rules.Matters.ContainsKey(content.Matter)) return Refusal.NotNow("matter.unknown", content.Matter);
        if (content.Village is { } village && !rules.Villages.ContainsKey(village)) return Refusal.NotNow("village.unknown", village.Value);
        if (await StoredFiles.FaultInAsync(session, content.Attachments, ct) is { } noFile) return noFile.At("attachments");
        var subjects = new List<AgreementSection>();
        foreach (var id in content.Subjects)
        {
            var file = await Entry.LoadAsync(session, StreamKey.Of(id), AgreementDecider.Law, ct);
            if (file.State is not Agreement.Registered known || IsForeign(content, id.Village, known.Edition))
                return Refusal.Mend("subjects", "declaration.subject-unknown", id.Value);
            subjects.Add(AgreementSection.Of(id, known.Content, rules));
        }
        var plans = new List<TenderSection>();
        foreach (var id in content.Plans ?? [])
        {
            var file = await Entry.LoadAsync(session, StreamKey.Of(id), TenderDecider.Law, ct);
            if (file.State is not Tender.Known known || IsForeign(content, id.Village, known.File.Edition))
                return Refusal.Mend(null, "declaration.plan-unknown", id.Value);
            plans.Add(TenderSection.Of(id, known.File.Content, rules));
        }
        return DeclarationSection.Of(content, rules, await BasesAsync(session, content, ct), subjects, plans);
    }

    /// <summary>Another village's working copy, which nobody who writes for this one may see through it.</summary>
    private static bool IsForeign(DeclarationContent content, VillageCode? village, int edition) =>
        edition == 0 && content.Village is { } own && village is { } other && own != other;

    /// <summary>
    /// The rows by which a case is told: those of the day on which it was declared, or its window opened. A row that changes meanwhile
    /// changes nothing of what was read.
    /// </summary>
    /// <param name="rules">of today</param>
    public static RuleBook RulesOf(RuleBook rules, Declaration.Known known) => known switch
    {
        Declaration.InReview s => rules.On(Shanghai.DayOf(s.By.At)),
        Declaration.ReviewPassed s => rules.On(Shanghai.DayOf(s.DeclaredBy.At)),
        Declaration.InPublicity s => rules.On(s.Window.Trigger),
        _ => rules,
    };

    /// <summary>The deliberations that a content rests on, as they stand now; whether they do for the matter is said by the law.</summary>
    public static async Task<Bases> BasesAsync(IQuerySession session, DeclarationContent content, CancellationToken ct)
    {
        var shares = new List<Deliberation>();
        foreach (var share in content.Shares ?? []) shares.Add(await BasisAsync(session, share.Deliberation, ct));
        return new(await BasisAsync(session, content.Deliberation, ct), shares);
    }

    private static async Task<Deliberation> BasisAsync(IQuerySession session, DeliberationId? number, CancellationToken ct) =>
        number is not { } id ? new Deliberation.None()
        : (await Entry.LoadAsync(session, StreamKey.Of(id), DeliberationDecider.Law, ct)).State;

    /// <summary>A section as content again: what a wording fix or a restart starts from.</summary>
    public static DeclarationContent ContentOf(DeclarationSection s) =>
        new(s.Title, s.Matter, s.Village, s.What, s.ForWhom, s.Ask, s.Sources, s.Budget, s.Body, s.Decision?.Number,
            [.. s.Subjects.Select(x => x.Id)], s.Work,
            s.Plans is { Count: > 0 } plans ? [.. plans.Select(x => x.Id)] : null,
            s.Attachments is { Count: > 0 } files ? files : null,
            s.Shares is { Count: > 0 } shares ? [.. shares.Select(x => new VillageShare(x.Decision.Number, x.Amount))] : null);

    /// <summary>The content that stands: from the opening of a window it is what was published, wording fixes included.</summary>
    public static DeclarationContent ContentOf(Declaration.Known state) => state switch
    {
        Declaration.InPublicity s => ContentOf(s.Section),
        Declaration.WindowClosed s => ContentOf(s.Section),
        Declaration.SentBack s => ContentOf(s.Section),
        _ => state.Case.Content,
    };
}
