using Transparency.Contracts;
using Transparency.Publishing.Notices.Reports;
using Transparency.Publishing.Notices.Statements;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>Kinds of case that have a page of their own, in the order in which villages and years list them.</summary>
public enum CaseKind
{
    Declaration,
    Agreement,
    Tender,

    /// <summary>Escrow money of one village in one month.</summary>
    Statement,

    /// <summary>What a village reports by itself, 村务公开事项.</summary>
    Report,

    /// <summary>村级财务定期检查, by the town.</summary>
    Inspection,
}

/// <summary>One case that has a page of its own, as lists, search and sitemaps know it, whatever its kind.</summary>
/// <param name="Path">of its page</param>
/// <param name="Village">null for the town as a discloser</param>
/// <param name="Year">under which lists and data files keep it</param>
public sealed record SiteCase(IPublicRow Row, CaseKind Kind, string Path, string Number, Text Title, VillageCode? Village, int Year)
{
    public static SiteCase? Of(IPublicRow row) => row switch
    {
        DeclarationOnRegister d => new(d, CaseKind.Declaration, SiteMap.Declaration(d.Number), d.Number.ToString(), d.Section.Title, d.Section.Village, d.Number.Year),
        AgreementOnRegister a => new(a, CaseKind.Agreement, SiteMap.Agreement(a.Agreement), a.Agreement.Value, a.Section.Title, a.Section.Village, a.Agreement.Year),
        StatementOnRegister s => new(s, CaseKind.Statement, SiteMap.Statement(s.Of), s.PublicKey, StatementWording.Title(s.Section), s.Village, s.Month.Year),
        TenderOnRegister t => new(t, CaseKind.Tender, SiteMap.Tender(t.Tender), t.Tender.Value, t.Section.Title, t.Section.Village, t.Tender.Year),
        ReportOnRegister r => new(r, CaseKind.Report, SiteMap.Report(r.Of), r.PublicKey, ReportWording.Title(r.Section), r.Of.Village, r.Of.Period.Year),
        InspectionOnRegister i => new(i, CaseKind.Inspection, SiteMap.Inspection(i.Plan.Id), i.PublicKey, i.Plan.Title, null, i.Plan.Id.Year),
        _ => null,
    };
}
