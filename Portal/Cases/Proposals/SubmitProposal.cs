using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Portal.Cases.Letters;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Proposals;

/// <summary>
/// 提建议: by anybody, named or not. The words go into a deletable private document; the stream says only that one arrived.
/// </summary>
public static class SubmitProposal
{
    public static readonly LetterKind Letter = new("submit-proposal", PlayAsync, FindAsync);

    public static Task<Sent> RunAsync(Ledger ledger, ProposalLetter letter, DateTimeOffset at, CancellationToken ct = default) =>
        RunAsync(ledger, new(NewId.At(at)), letter, at, ct);

    private static async Task<Sent> RunAsync(Ledger ledger, ProposalId id, ProposalLetter sent, DateTimeOffset at, CancellationToken ct)
    {
        var (receipt, words) = (Receipt.NewCode(), Clean(sent.Words) ?? "");
        var letter = sent with { Words = words, Name = Clean(sent.Name), Contact = Clean(sent.Contact) };
        var stored = new ProposalAsSent(
            id.Value, letter.Village?.Value, at, words, letter.Name, letter.Contact, letter.MayBeNamed, Receipt.HashOf(receipt));
        var outcome = await ledger.WriteAsync(new("public", "public"), async entry =>
        {
            var file = await entry.LoadAsync(ProposalStore.KeyOf(id), ProposalDecider.Law);
            if (entry.Decide(file, new ProposalCommand.Submit(id, letter, at)) is { } no) return no;
            entry.Documents.Insert(stored);
            return null;
        }, ct);
        return new(outcome, outcome is Outcome.Done ? receipt : null);
    }

    private static Task<Sent> PlayAsync(
        Ledger ledger, string key, IReadOnlyDictionary<string, string> f, DateTimeOffset at, CancellationToken ct)
    {
        var village = f.GetValueOrDefault("village") is { Length: > 0 } code ? VillageCode.Parse(code) : null;
        var letter = new ProposalLetter(
            village, f["words"], f.GetValueOrDefault("name"), f.GetValueOrDefault("contact"), f.GetValueOrDefault("may_be_named") == "yes");
        return RunAsync(ledger, new(NewId.FromKey(key).Value), letter, at, ct);
    }

    private static async Task<FoundLetter?> FindAsync(IQuerySession session, string hash, CancellationToken ct)
    {
        if (await session.Query<ProposalAsSent>().Where(l => l.ReceiptHash == hash).SingleOrDefaultAsync(ct) is not { } sent) return null;
        var (_, _, state, _) = await Entry.LoadAsync(session, ProposalStore.KeyOf(new(sent.Id)), ProposalDecider.Law, ct);
        return state switch
        {
            Proposal.Submitted => new(sent.ReceivedAt, new("act.proposal.state.submitted"), false),
            Proposal.NotOurs s => new(sent.ReceivedAt, new("act.proposal.state.not-ours"), true) { Said = s.Reason },
            Proposal.Merged s => new(sent.ReceivedAt, new("act.proposal.state.merged", $"{s.Number}"), true)
            {
                About = await PageOfAsync(session, s.Into, ct), Read = "act.proposal.read",
            },
            Proposal.Public s => new(
                sent.ReceivedAt, new("act.proposal.state.public", new Word($"proposal-state.{s.GetType().Name}")), true)
            {
                About = await PageOfAsync(session, s.File.Id, ct), Read = "act.proposal.read",
            },
            Proposal.Numbered s => new(sent.ReceivedAt, new("act.proposal.state.admitted", $"{s.Admission.Section.Number}"), false),
            _ => throw new InvalidOperationException("a letter is in no other state"),
        };
    }

    private static async Task<(Text Title, string Number, string Path)?> PageOfAsync(
        IQuerySession session, ProposalId id, CancellationToken ct)
    {
        var state = (await Entry.LoadAsync(session, ProposalStore.KeyOf(id), ProposalDecider.Law, ct)).State;
        var section = ((Proposal.Public)state).Admission.Section;
        return (section.Title, $"{section.Number}", SiteMap.ProposalFolder(section.Number));
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
