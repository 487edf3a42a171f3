using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Letters;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Declarations.Publicity;

/// <summary>What became of an objection, by the hash of its receipt.</summary>
internal static class ObjectionReceipts
{
    public static async Task<FoundLetter?> FindAsync(IQuerySession session, string hash, CancellationToken ct)
    {
        var letter = await session.Query<ObjectionLetter>().Where(l => l.ReceiptHash == hash).SingleOrDefaultAsync(ct);
        if (letter is null) return null;
        var history = await session.Events.FetchStreamAsync(letter.Declaration, token: ct);
        var settled = history.Select(e => e.Data).OfType<DeclarationObjectionSettled>().FirstOrDefault(s => s.Objection.Value == letter.Id);
        var notice = await session.LoadAsync<DeclarationOnRegister>(letter.Declaration, ct);
        return new(letter.ReceivedAt, StateOf(settled), settled is not null)
        {
            About = notice is null ? null : (notice.Section.Title, $"{notice.Number}", SiteMap.DeclarationFolder(notice.Number)),
            Read = settled is not null && notice is not null ? "act.read-answer" : null,
        };
    }

    private static Sentence StateOf(DeclarationObjectionSettled? settled) =>
        settled is null
            ? new("act.state.waiting")
            : new(settled.SetAside ? "act.state.set-aside" : "act.state.answered", Shanghai.DayOf(settled.By.At));
}
