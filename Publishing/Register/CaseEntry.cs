using Transparency.Contracts;

namespace Transparency.Publishing.Register;

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

    /// <summary>群众建议, by anybody.</summary>
    Proposal,

    /// <summary>镇级财政支付, by the town, in one month.</summary>
    Treasury,

    /// <summary>村级决策 on a routine matter.</summary>
    Decision,
}

/// <summary>Under what lists, search and data files keep a row that has a page of its own.</summary>
/// <param name="Number">as people know the case</param>
/// <param name="Village">null for the town as a discloser</param>
public readonly record struct CaseEntry(CaseKind Kind, string Number, VillageCode? Village, int Year);
