namespace Transparency.Contracts.Agreements;

public enum AgreementKind
{
    /// <summary>W: works.</summary>
    Works,

    /// <summary>G: goods.</summary>
    Goods,

    /// <summary>S: services.</summary>
    Services,

    /// <summary>L: a lease or contracting of collective assets.</summary>
    Lease,
}

/// <summary>The working copy of an agreement, as the office knows it.</summary>
/// <param name="Asset">what is let, built or bought, and where</param>
/// <param name="Total">sum over the whole term, in yuan</param>
/// <param name="Yearly">rent or fee of one year, in yuan; null when it is not yearly</param>
/// <param name="Due">when it is paid, in words</param>
/// <param name="Tender">the call that led to it, or null</param>
/// <param name="Work">the work that it is part of, or null</param>
/// <param name="Start">first day; never after <paramref name="End"/></param>
/// <param name="Land">of a lease: by what right it is let; null where nobody has said</param>
/// <param name="Found">of a lease: it ran when it was entered here, as it was found; its term is what it is</param>
public sealed record AgreementContent(
    Text Title, AgreementKind Kind, VillageCode Village, Party With, Text Asset, Mu? Area,
    DateOnly Start, [property: EndOfContract] DateOnly End, Yuan Total, Yuan? Yearly, Text Due, Text Purpose,
    TenderId? Tender = null, WorkId? Work = null, LandTitle? Land = null, bool Found = false);

/// <summary>What the public sees of an agreement: the content with names in their public form and nothing else.</summary>
public sealed record AgreementSection(
    AgreementId Id, Text Title, AgreementKind Kind, VillageCode Village, Text VillageName, PartyKind WithKind, PublicName With,
    Text Asset, Mu? Area, DateOnly Start, [property: EndOfContract] DateOnly End, Yuan Total, Yuan? Yearly, Text Due, Text Purpose,
    TenderId? Tender = null, WorkId? Work = null, LandTitle? Land = null, bool Found = false)
{
    public static AgreementSection Of(AgreementId id, AgreementContent c, RuleBook rules) =>
        new(id, c.Title, c.Kind, c.Village, rules.Villages[c.Village].Name, c.With.Kind, c.With.Name,
            c.Asset, c.Area, c.Start, c.End, c.Total, c.Yearly, c.Due, c.Purpose, c.Tender, c.Work, c.Land, c.Found);

    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));
}
