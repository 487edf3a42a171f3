using Transparency.Contracts.Town;
using static Transparency.Contracts.Declarations.DeclarationCommand;

namespace Transparency.Contracts.Declarations;

/// <summary>
/// What every act must satisfy, whatever the state: the right role, other persons than before, sound content, the hash that was seen.
/// </summary>
internal static class DeclarationGuards
{
    /// <summary>The matter's row says which role declares, reviews and approves; windows are closed by the system alone.</summary>
    public static Refusal? OfRole(RuleBook rules, DeclarationContent content, DeclarationCommand command)
    {
        if (command is CloseWindow)
            return command.By.Id == Officer.System.Id ? null : Refusal.NotYours("officer.may-not", new Word("role.System"));
        if (!rules.Matters.TryGetValue(content.Matter, out var matter)) return Refusal.NotNow("matter.unknown", content.Matter);
        var needed = command switch
        {
            Draft or Redraft or Declare or Restart or Withdraw => matter.Declarant,
            Approve or Refuse or SendBack or Revoke => matter.Approver,
            // A town may have one reviewer only: whoever approves may be the second to read a wording.
            ConfirmWording or DeclineWording when !command.By.Holds(matter.Reviewer, content.Village) => matter.Approver ?? matter.Reviewer,
            _ => matter.Reviewer,
        };
        if (needed is null) return Refusal.NotYours("declaration.nobody-approves", matter.Law);
        return command.By.Holds(needed, content.Village) ? null : Refusal.NotYours("officer.may-not", new Word($"role.{needed}"));
    }

    /// <summary>Declarant, reviewer and approver are three persons, by whatever roles and in whatever round.</summary>
    public static Refusal? OfPersons(Case file, DeclarationCommand command) => command switch
    {
        Return or RefuseReview or PassReview or OpenWindow or FixWording or ConfirmWording or DeclineWording or ExtendWindow
            or SettleObjection
            when file.Declarants.Contains(command.By.Person) => Refusal.NotYours("declaration.own-declaration"),
        Approve or Refuse or SendBack or Revoke when file.Declarants.Contains(command.By.Person) =>
            Refusal.NotYours("declaration.own-declaration"),
        Approve or Refuse or SendBack or Revoke when file.Reviewers.Contains(command.By.Person) =>
            Refusal.NotYours("declaration.own-review"),
        Redraft or Declare or Restart when file.Reviewers.Contains(command.By.Person) => Refusal.NotYours("declaration.own-review"),
        _ => null,
    };

    public static Refusal? OfContent(RuleBook rules, DeclarationContent c)
    {
        if (!rules.Matters.TryGetValue(c.Matter, out var matter) || matter.Route != Route.Major)
            return Refusal.NotNow("matter.unknown", c.Matter);
        if (c.Village is { } village && !rules.Villages.ContainsKey(village)) return Refusal.NotNow("village.unknown", village.Value);
        if (matter.Declarant == Role.Village && c.Village is null) return Refusal.NotNow("matter.wants-village", matter.Name.Zh);
        if (new[] { c.Title, c.What, c.ForWhom, c.Ask }.Any(t => t.IsEmpty)) return Refusal.Mend("title", "declaration.sentence-missing");
        if (AttachmentList.FaultIn(c.Attachments) is { } no) return no.At("attachments");
        return Texts(c).Any(t => !t.IsClean) ? Refusal.Mend(null, "text.unclean") : null;
    }

    /// <summary>What a draft may still lack and a declaration may not.</summary>
    public static Refusal? OfDeclared(
        RuleBook rules, Case file, DeclarationContent c, DeclarationSection section, Bases bases, DateTimeOffset at)
    {
        var matter = rules.Matters[c.Matter];
        if (c.Sources.Any(s => s.Amount < Yuan.Zero) || c.Budget.Any(l => l.Amount < Yuan.Zero))
            return Refusal.Mend("budget", "declaration.negative-amount");
        if (c.Budget.Count > 0 && c.BudgetTotal != c.Amount)
            return Refusal.Mend("budget", "declaration.budget-differs", c.BudgetTotal, c.Amount);
        if (matter.Threshold is { } threshold && c.Amount < threshold)
            return Refusal.Mend("sources", "matter.below-threshold", matter.Name.Zh, threshold, c.Amount);
        return VoteGuards.Of(rules, file, c, section, bases, at);
    }

    /// <summary>A village decides it by itself.</summary>
    public static bool IsOwnAffair(RuleBook rules, Case file) =>
        rules.Matters.TryGetValue(file.Content.Matter, out var matter) && matter.IsOwnAffair;

    /// <summary>Nobody approves it. A matter that the town has dropped from its table meanwhile waits for approval as before.</summary>
    public static bool EndsByItself(RuleBook rules, Case file) =>
        rules.Matters.TryGetValue(file.Content.Matter, out var matter) && matter.Approver is null;

    /// <summary>Who sends something back says by which article, as laws are cited: 第…条.</summary>
    public static bool NamesArticle(Text law) =>
        law.IsClean && law.Zh.IndexOf('第') is >= 0 and var at && law.Zh.IndexOf('条', at) > at + 1;

    /// <summary>Null when the section as it is now is the one that was seen; else the difference to it.</summary>
    public static Refusal? OfHash(Case file, DeclarationSection now, ContentHash seen) =>
        now.Hash == seen ? null
        : file.Sections.FirstOrDefault(s => s.Hash == seen) is { } before ? HashMoved(before, now)
        : Refusal.Moved("content.moved", new Words("field.unknown"));

    public static Refusal HashMoved(DeclarationSection before, DeclarationSection now) =>
        Refusal.Moved("content.moved", Fields(SectionDifference.Between(before, now)));

    /// <summary>
    /// Price, party, term, scope, deadline and attachments are material; the wording of title, first sentence, contact and text is not.
    /// </summary>
    public static IReadOnlyList<FieldChange> MaterialChanges(DeclarationSection before, DeclarationSection after) =>
        [.. SectionDifference.Between(before, after).Where(c => c.Path.Split('.')[0] is not ("title" or "what" or "ask" or "body"))];

    /// <summary>The fields in which something changed, as words: <c>field.sources</c>.</summary>
    public static Words Fields(IEnumerable<FieldChange> changes) =>
        new([.. changes.Select(c => $"field.{c.Path.Split('.')[0]}").Distinct()]);

    private static IEnumerable<Text> Texts(DeclarationContent c) =>
        [c.Title, c.What, c.ForWhom, c.Ask, c.Body, .. c.Sources.Select(s => s.Source), .. c.Budget.Select(l => l.Item),
            .. c.Budget.Select(l => l.Quantity)];
}
