using Transparency.Contracts.Deliberations;

namespace Transparency.Contracts.Declarations;

/// <summary>Where money comes from: 镇财政 15 万.</summary>
public sealed record SourceAmount(Text Source, Yuan Amount);

/// <summary>One line of the budget table.</summary>
/// <param name="Quantity">with its unit, as written: 2,800 米</param>
/// <param name="UnitPrice">yuan for one unit, or null</param>
public sealed record BudgetLine(Text Item, Text Quantity, Yuan? UnitPrice, Yuan Amount);

/// <summary>What a declarant writes. Drafts of it live in the aggregate only.</summary>
/// <param name="Village">null when the town itself declares</param>
/// <param name="What">办什么: one sentence</param>
/// <param name="ForWhom">给谁办: one sentence</param>
/// <param name="Ask">找谁: office, telephone, box</param>
/// <param name="Body">the notice's text, in Markdown without HTML; may be empty</param>
/// <param name="Deliberation">the village decision that this rests on; null where the matter asks for none</param>
/// <param name="Subjects">agreements that this declaration carries to the public</param>
/// <param name="Work">the work that this is part of, or null</param>
/// <param name="Plans">tenders whose plans this declaration carries to the public; null for none</param>
/// <param name="Attachments">files that stand with it in public; null for none</param>
/// <param name="Shares">what each village gives to a purchase that they make together, by its own decision; null for none</param>
public sealed record DeclarationContent(
    Text Title, string Matter, VillageCode? Village, Text What, Text ForWhom, Text Ask,
    IReadOnlyList<SourceAmount> Sources, IReadOnlyList<BudgetLine> Budget, Text Body,
    DeliberationId? Deliberation, IReadOnlyList<AgreementId> Subjects, WorkId? Work = null, IReadOnlyList<TenderId>? Plans = null,
    IReadOnlyList<Attachment>? Attachments = null, IReadOnlyList<VillageShare>? Shares = null)
{
    public Yuan Amount => Sources.Sum(s => s.Amount);

    public Yuan BudgetTotal => Budget.Sum(l => l.Amount);
}
