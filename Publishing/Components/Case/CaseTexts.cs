using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Components.Case;

/// <summary>All texts typed by people that a case shows, to tell whether one of them wants a translation. Laws are proper names.</summary>
internal static class CaseTexts
{
    public static IEnumerable<Text> Of(DeclarationSection s) =>
    [
        s.Title, s.What, s.ForWhom, s.Ask, s.Body, s.MatterName, .. s.Sources.Select(x => x.Source),
        .. s.Budget.SelectMany(l => new[] { l.Item, l.Quantity }), .. s.Attachments.Select(a => a.Name),
        .. s.Subjects.SelectMany(Of), .. (s.Plans ?? []).SelectMany(Tenders.TenderTexts.Of),
        .. s.Decision is { } decision ? Of(decision) : [], .. (s.Shares ?? []).Select(x => x.VillageName),
    ];

    public static IEnumerable<Text> Of(VillageDecision d) =>
    [
        .. d.Steps.SelectMany(held => held.Meeting.Texts), d.PostedAt, .. d.Mandate is { } mandate ? [mandate] : Array.Empty<Text>(),
        .. d.Voted is { } voted ? [voted.What, .. voted.Terms.Texts] : Array.Empty<Text>(),
    ];

    public static IEnumerable<Text> Of(DecisionResult r) => [r.Words, r.Unit, .. r.Evidence.Select(e => e.Name)];

    public static IEnumerable<Text> Of(AgreementSection s) => [s.Title, new(s.With.Zh, s.With.En), s.Asset, s.Due, s.Purpose];

    public static IEnumerable<Text> Of(StatementSection s) =>
    [
        s.VillageName, .. s.All.Select(l => l.Summary), .. s.All.Select(l => l.IsOrphan ? l.Cover!.Reason : null).OfType<Text>(),
        .. s.All.Select(l => l.Payee).OfType<PublicName>().Select(p => new Text(p.Zh, p.En)),
        .. s.Accounts.SelectMany(a => new[] { a.Name, a.Plain }), .. s.BudgetBasis is { } basis ? [basis] : Array.Empty<Text>(),
        .. s.Refused.Select(r => r.Reason), .. s.Receivables.Concat(s.Debts).Select(o => o.Who),
        .. s.Note is { } note ? [note] : Array.Empty<Text>(),
    ];

    public static IEnumerable<Text> Around(StatementOnRegister s) =>
    [
        .. s.Editions.SelectMany(e => new[] { e.Unit, e.Prepared.Unit, e.Checked.Unit }),
        .. s.Questions.SelectMany(q => new[] { q.Question, q.Asked.Unit, q.Answer, q.Answered?.Unit }).OfType<Text>(),
    ];

    public static IEnumerable<Text> Of(RentOnRegister r) => [r.Current.Prepared.Unit, r.Current.Checked.Unit, r.Current.Unit];

    public static IEnumerable<Text> Of(CleanUpOnRegister c) =>
        c.Timeline.SelectMany(line => new[] { line.Unit, line.Note }).OfType<Text>().Append(c.DriveTitle);

    public static IEnumerable<Text> Around(DeclarationOnRegister d) =>
    [
        .. d.Editions.Select(e => e.Note).OfType<Text>(), .. d.Timeline.SelectMany(l => new[] { l.Unit, l.Note }).OfType<Text>(),
        .. d.Settled.SelectMany(o => new[] { o.Summary, o.Answer, o.Unit }),
    ];
}
