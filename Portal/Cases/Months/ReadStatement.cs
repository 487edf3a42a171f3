using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

public static class ReadStatement
{
    /// <summary>What checking or signing this month (<c>09/2026-08</c>) must carry; null when nothing waits for it.</summary>
    public static async Task<ContentHash?> HashToPinAsync(IQuerySession session, RuleBook rules, string subject, CancellationToken ct)
    {
        if (VillageMonth.Parse(subject) is not { } of) return null;
        return (await Entry.LoadAsync(session, StreamKey.Statement(of), StatementDecider.Law, ct)).State switch
        {
            Statement.Prepared s => s.Section.Hash,
            Statement.Checked s => s.Section.Hash,
            _ => null,
        };
    }
}
