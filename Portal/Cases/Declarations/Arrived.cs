using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Declarations;

internal static class Arrived
{
    /// <summary>Every objection of the present window. Hold the declaration's lock exclusively: then no further one can arrive.</summary>
    public static async Task<IReadOnlyList<ObjectionId>> InRoundAsync(Entry entry, Declaration.Known state)
    {
        var (key, round) = (StreamKey.Of(state.Case.Id), state.Case.Round);
        var rows = await entry.Documents.Query<ObjectionOnRegister>()
            .Where(o => o.Declaration == key && o.Round == round).ToListAsync(entry.Cancelled);
        return [.. rows.OrderBy(o => o.At).ThenBy(o => o.Id, StringComparer.Ordinal).Select(o => new ObjectionId(StreamKey.IdOf(o.Id)))];
    }
}
