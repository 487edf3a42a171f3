using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;

namespace Transparency.Contracts.Tenders;

public enum TenderMethod
{
    /// <summary>公开招标.</summary>
    Open,

    /// <summary>邀请招标.</summary>
    Invited,

    /// <summary>竞争性谈判.</summary>
    Negotiated,

    /// <summary>询价: the lowest price that meets the need.</summary>
    Quotation,

    /// <summary>直接采购: one offer is enough.</summary>
    Direct,
}

/// <summary>One part that is awarded on its own.</summary>
/// <param name="Number">1, 2, 3 … without gaps</param>
/// <param name="Quantity">with its unit, as written: 2,800 米</param>
/// <param name="Coal">tonnes and quality when heating coal is bought; the offers are then prices by the tonne</param>
public sealed record Lot(int Number, Text Title, Text Quantity, Yuan Estimate, CoalLot? Coal = null)
{
    /// <summary>What the lot costs at an offered price: by the tonne for coal, else the price itself.</summary>
    public Yuan Total(Yuan price) => Coal is { } coal ? CoalPrice.Of(coal.Tonnes, price) : price;
}

/// <summary>What shall be bought; the office's working copy until its plan is disclosed, unchanged from then on.</summary>
/// <param name="Village">null when the town itself buys</param>
/// <param name="Matter">the row that says who runs it and by which route its plan becomes public</param>
/// <param name="What">one sentence</param>
/// <param name="Ceiling">highest acceptable price of the whole, announced with the call; null = none</param>
/// <param name="Work">the work that it is part of, or null</param>
public sealed record TenderContent(
    Text Title, AgreementKind Kind, VillageCode? Village, string Matter, TenderMethod Method, Text What,
    Yuan Estimate, Yuan? Ceiling, IReadOnlyList<Lot> Lots, WorkId? Work = null)
{
    /// <summary>Whether three bidders are needed (Bidding Law, art. 28; Government Procurement Law, art. 38, 40).</summary>
    public bool IsCompetitive => Method != TenderMethod.Direct;

    /// <summary>Whether candidates must stand in public before the award.</summary>
    public bool NeedsCandidates => Method is TenderMethod.Open or TenderMethod.Invited or TenderMethod.Negotiated;

    /// <summary>依法必须招标: the sums of the national list (State Development and Reform Commission, order 16 of 2018).</summary>
    public bool IsMandatory => Kind switch
    {
        AgreementKind.Works => Estimate.Fen >= 400_000_000,
        AgreementKind.Goods => Estimate.Fen >= 200_000_000,
        AgreementKind.Services => Estimate.Fen >= 100_000_000,
        _ => false,
    };
}
