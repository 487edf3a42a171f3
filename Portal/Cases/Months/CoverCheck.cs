using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// What a public payment says that it rests on was there before it: a village decision that was posted, a declaration that was approved.
/// </summary>
internal sealed class CoverCheck : IStoreCheck
{
    private readonly HashSet<DeliberationId> posted = [];
    private readonly Dictionary<string, DeclarationNumber> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<DeclarationNumber> approved = [];

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        switch (e.Data)
        {
            case DeliberationResolutionPosted when DeliberationId.Parse(StreamKey.IdOf(e.Stream)) is { } id:
                posted.Add(id);
                break;
            case DeclarationWindowOpened x:
                numbers[e.Stream] = x.Number;
                break;
            case DeclarationApproved when numbers.TryGetValue(e.Stream, out var number):
                approved.Add(number);
                break;
            case StatementDisclosed x:
                return x.Section.All.Where(l => l.Out > Yuan.Zero && IsInvented(l))
                    .Select(l => Refusal.Mend(null, "check.statement-cover", e.Stream, l.Number));
        }
        return [];
    }

    private bool IsInvented(StatementLine line) =>
        (line.Deliberation is { } decision && !posted.Contains(decision)) || (line.Declaration is { } number && !approved.Contains(number));
}
