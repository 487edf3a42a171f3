using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Inspections;
using Transparency.Publishing.Notices.Reports;
using Transparency.Publishing.Notices.Statements;
using Transparency.Publishing.Notices.Tenders;
using Transparency.Publishing.Notices.Treasury;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Lists;

/// <summary>One case in a list.</summary>
/// <param name="Path">of its page</param>
/// <param name="Amount">in words, or null where no money is spent</param>
/// <param name="Status">code of its word</param>
/// <param name="Day">of its newest act</param>
/// <param name="Last">last day of an open window, where days left are shown</param>
public sealed record CaseItem(
    Text Title, string Path, string Number, string? Amount, Text Village, string Status, DateOnly Day,
    DateOnly? Last = null, int DaysLeft = 0)
{
    public static CaseItem Of(Language language, SiteCase c) => c.Item(language);

    public static CaseItem Of(Language language, DeclarationOnRegister d) => new(
        d.Section.Title, SiteMap.Declaration(d.Number), d.Number.ToString(),
        Money(language, d.Section),
        d.Section.Discloser, $"status.{d.Status}", Shanghai.DayOf(d.LastAct));

    /// <summary>With the days that are left: on pages that depend on the day only.</summary>
    public static CaseItem Open(Language language, SiteModel model, DeclarationOnRegister d) =>
        Of(language, d) with { Last = d.Window.Last, DaysLeft = model.DaysLeft(d) };

    public static CaseItem Of(Language language, AgreementOnRegister a) => new(
        a.Section.Title, SiteMap.Agreement(a.Agreement), a.Agreement.Value, Wording.Money(language, a.Section.Total),
        a.Section.VillageName, $"agreement.kind.{a.Section.Kind}", Shanghai.DayOf(a.LastAct));

    public static CaseItem Of(Language language, StatementOnRegister s) => new(
        StatementWording.Title(s.Section), SiteMap.Statement(s.Of), s.PublicKey,
        Catalogue.Say(language, "statement.in-and-out", s.Section.Income, s.Section.Expense),
        s.Section.VillageName, s.Section.Reconciliation.Agrees ? "statement.agrees" : "statement.differs", Shanghai.DayOf(s.LastAct));

    public static CaseItem Of(Language language, TenderOnRegister t) => new(
        t.Section.Title, SiteMap.Tender(t.Tender), t.Tender.Value,
        Wording.Money(language, t.Awards.Count > 0 ? TenderSentences.Awarded(t) : t.Section.Estimate),
        t.Section.Buyer, $"tender.status.{t.Status}", Shanghai.DayOf(t.LastAct));

    public static CaseItem Of(Language language, ReportOnRegister r) => new(
        ReportWording.Title(r.Section), SiteMap.Report(r.Of), r.PublicKey, null,
        r.Section.VillageName, ReportWording.Status(r.Section), Shanghai.DayOf(r.Current.At));

    public static CaseItem Of(Language language, InspectionOnRegister i) => new(
        i.Plan.Title, SiteMap.Inspection(i.Plan.Id), InspectionWording.Number(language, i.Plan.Id),
        InspectionWording.Months(language, i.Plan),
        i.Plan.Town, $"inspection.status.{i.Status}", Shanghai.DayOf(i.LastAct));

    public static CaseItem Of(Language language, TreasuryOnRegister t) => new(
        TreasuryWording.Title(t.Section), SiteMap.Treasury(t.Month), t.Month.ToString(), Wording.Money(language, t.Section.Total),
        t.Section.Town, "treasury.public", Shanghai.DayOf(t.LastAct));

    public static CaseItem Of(DeliberationOnRegister r) => new(
        r.Edition!.Section.Title, SiteMap.Decision(r.Deliberation), r.PublicKey, null,
        r.Edition.Section.VillageName, DecisionWords.Status(r), r.Edition.Section.Decision.Posted);

    private static string? Money(Language language, DeclarationSection section) =>
        section.Sources.Count > 0 ? Wording.Money(language, section.Amount)
        : section.Subjects.Count > 0 ? Catalogue.Say(language, "amount.agreements", section.Subjects.Sum(s => s.Total))
        : null;
}
