using Transparency.Contracts;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>The page of a case by itself, for previews.</summary>
public static partial class SitePages
{
    /// <param name="linkBase">null for the tree; a preview passes the absolute address before every link, with its slash at the end</param>
    public static byte[] Case(SiteModel model, IPublicRow row, Language language, string? linkBase = null) =>
        SiteCase.Of(row) is { } found ? found.Page(model, language, linkBase)
        : throw new ArgumentException($"{row.GetType().Name} has no page of its own", nameof(row));

    public static byte[] Declaration(SiteModel model, DeclarationOnRegister row, Language language, string? linkBase = null) =>
        Case(model, row, language, linkBase);

    public static byte[] Agreement(SiteModel model, AgreementOnRegister row, Language language, string? linkBase = null) =>
        Case(model, row, language, linkBase);

    public static byte[] Statement(SiteModel model, StatementOnRegister row, Language language, string? linkBase = null) =>
        Case(model, row, language, linkBase);

    public static byte[] Tender(SiteModel model, TenderOnRegister row, Language language, string? linkBase = null) =>
        Case(model, row, language, linkBase);

    public static byte[] Report(SiteModel model, ReportOnRegister row, Language language, string? linkBase = null) =>
        Case(model, row, language, linkBase);

    public static byte[] Inspection(SiteModel model, InspectionOnRegister row, Language language, string? linkBase = null) =>
        Case(model, row, language, linkBase);

    public static byte[] Treasury(SiteModel model, TreasuryOnRegister row, Language language, string? linkBase = null) =>
        Case(model, row, language, linkBase);

    public static byte[] Proposal(SiteModel model, ProposalOnRegister row, Language language, string? linkBase = null) =>
        Case(model, row, language, linkBase);
}
