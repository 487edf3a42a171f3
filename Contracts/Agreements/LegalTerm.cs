namespace Transparency.Contracts.Agreements;

/// <summary>By what right an asset is let; the longest lawful term follows from it (R7.1: asked, never guessed).</summary>
public enum LandTitle
{
    /// <summary>Any collective asset that has no longer term of its own, buildings and salt pans on collective land among them.</summary>
    Collective,

    /// <summary>耕地 of household contracting.</summary>
    Cultivated,

    /// <summary>草地.</summary>
    Grass,

    /// <summary>林地.</summary>
    Forest,

    /// <summary>海域使用权 for making salt or mining.</summary>
    SeaSalt,

    /// <summary>海域使用权 for aquaculture.</summary>
    SeaFarming,
}

/// <summary>How long a new lease may run.</summary>
/// <param name="Years">1 or more</param>
/// <param name="Law">article behind it</param>
public sealed record LegalTerm(LandTitle Title, int Years, Text Law)
{
    private static readonly LegalTerm[] All =
    [
        new(LandTitle.Collective, 20, new("《民法典》第705条", "Civil Code, art. 705")),
        new(LandTitle.Cultivated, 30, new("《农村土地承包法》第21条", "Law on Land Contracting in Rural Areas, art. 21")),
        new(LandTitle.Grass, 50, new("《农村土地承包法》第21条", "Law on Land Contracting in Rural Areas, art. 21")),
        new(LandTitle.Forest, 70, new("《农村土地承包法》第21条", "Law on Land Contracting in Rural Areas, art. 21")),
        new(LandTitle.SeaSalt, 30, new("《海域使用管理法》第25条", "Law on the Use of Sea Areas, art. 25")),
        new(LandTitle.SeaFarming, 15, new("《海域使用管理法》第25条", "Law on the Use of Sea Areas, art. 25")),
    ];

    /// <param name="title">null counts as collective: the shortest of the land terms</param>
    public static LegalTerm Of(LandTitle? title) => All.First(t => t.Title == (title ?? LandTitle.Collective));

    /// <summary>The last day of a term that begins on this day.</summary>
    public DateOnly LastFrom(DateOnly start) => start.AddYears(Years).AddDays(-1);
}
