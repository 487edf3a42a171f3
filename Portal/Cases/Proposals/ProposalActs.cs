using Marten;
using Marten.Linq.MatchesSql;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Proposals;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using static Transparency.Contracts.Proposals.ProposalCommand;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Proposals;

/// <summary>The acts on one villager's proposal, and when its page offers them. Subject: its internal id.</summary>
internal static class ProposalActs
{
    private const int Newest = 200;

    private static readonly ActsOn<ProposalId, Proposal, ProposalCommand, ProposalEvent> OnProposal =
        new(IdOf, text => Refusal.Mend(null, "proposal.subject", text), ProposalStore.KeyOf, ProposalDecider.Law)
        {
            Hash = (_, state) => (state as Proposal.Numbered)?.Admission.Section.Hash,
        };

    /// <summary>
    /// 受理: the town's words for it, again after a return. The first admission takes the year's next number in the same transaction.
    /// </summary>
    public static readonly Act Admit = Of(OnProposal.Whole("admit-proposal", async (a, id, file) =>
    {
        var words = new ProposalWords(a.Fields.Text("title"), a.Fields.Text("body"));
        var author = (await a.Entry.Documents.LoadAsync<ProposalAsSent>(id.Value, a.Entry.Cancelled))?.Name;
        var year = Shanghai.DayOf(a.At).Year;
        var taken = await a.Entry.VersionAsync(ProposalStore.NumbersOf(year));
        var next = new ProposalNumber(year, (int)taken + 1);
        if (a.Decide(file, new Admit(words, author, next.Ordinal, a.By, a.At)) is { } no) return no;
        if (file.State is not Proposal.Submitted) return null;
        a.Entry.Append(ProposalStore.NumbersOf(year), taken, new ProposalNumberTaken(next.Ordinal, id, a.At));
        return await PublicNumber.WaitsAsync(a.Entry, $"{next}", SiteMap.ProposalFolder(next));
    },
    FormField.Said("title") with { Longest = ProposalWords.LongestTitle }, Long("body")));

    /// <summary>签字公开, pinned by the hash: public from here on.</summary>
    public static readonly Act Sign = Of(OnProposal.Pinned("sign-proposal", (a, _) => new Sign(a.Fields.Hash(), a.By, a.At)));

    private static readonly Act Return = Of(OnProposal.Act("return-proposal",
        (a, _) => new Return(a.Fields.Text("reason"), a.By, a.At), FormField.Reason)) with { IsDangerous = true };

    /// <summary>并案: the other one counts it in the same transaction.</summary>
    private static readonly Act Merge = Of(OnProposal.Whole("merge-proposal", async (a, id, file) =>
    {
        var into = a.Fields.Required("into", "proposal-number", ProposalNumber.Parse);
        if (a.Fields.Fault is { } wrong) return wrong;
        var number = $"{into}";
        var row = await a.Entry.Documents.Query<ProposalOnDesk>().FirstOrDefaultAsync(p => p.Number == number, a.Entry.Cancelled);
        var other = await a.Entry.LoadAsync(row?.Id ?? "proposal/", ProposalDecider.Law);
        return a.Decide(file, new Merge(new(StreamKey.IdOf(other.Key)), other.State, a.By, a.At))
            ?? a.Entry.Decide(other, new Join(id, a.By, a.At));
    },
    new FormField("into", Choice))) with { IsDangerous = true };

    private static readonly Act Decline = Of(OnProposal.Act("decline-proposal",
        (a, _) => new Decline(a.Fields.Text("reason"), a.By, a.At), FormField.Reason)) with { IsDangerous = true };

    /// <summary>交办.</summary>
    public static readonly Act Study = Of(OnProposal.Act("study-proposal",
        (a, _) => new Study(a.Fields.Text("unit"), a.Fields.Required("until", "day", Fields.Day), a.By, a.At),
        FormField.Said("unit") with { Longest = 100 }, new("until", Day) { Stands = "due" }));

    /// <summary>答复, public at once.</summary>
    public static readonly Act Answer = Of(OnProposal.Act("answer-proposal",
        (a, _) => new Answer(
            a.Fields.Required("outcome", "outcome", Fields.Choice<ProposalOutcome>), a.Fields.Text("reasons"), a.By, a.At),
        new("outcome", Choice, FormField.Named<ProposalOutcome>("proposal-outcome")), Long("reasons")));

    /// <summary>登记由什么落实: a public declaration by its number, a public work by its code, or both.</summary>
    public static readonly Act Carry = Of(OnProposal.Act("carry-proposal", async (a, _) =>
    {
        var (number, work) = (a.Fields.Optional("declaration", "notice-number", NumberOf), a.Fields.Optional("work", "work", WorkId.Parse));
        var declaration = number is { } named ? await DeclaredAsync(a.Entry, named) : null;
        return new Carry(declaration, work, work is { } known && await IsPublicAsync(a.Entry, known), a.By, a.At);
    },
    new FormField("declaration") { Optional = true }, new FormField("work") { Optional = true }));

    /// <summary>公布结果.</summary>
    public static readonly Act PostResult = Of(OnProposal.Act("post-proposal-result",
        (a, _) => new PostResult(a.Fields.Text("result"), a.By, a.At), Long("result")));

    public static readonly IReadOnlyList<Act> All = [Admit, Sign, Study, Answer, Carry, PostResult, Return, Merge, Decline];

    public static async Task<IReadOnlyList<OfferedAct>> OfferedAsync(CaseReader r, Told<Proposal> told)
    {
        OfferedAct? Ask(Act act, ProposalCommand command) =>
            Asked.Of(r.Rules, ProposalDecider.Law, told.State, act, told.Version, command);
        var section = (told.State as Proposal.Numbered)?.Admission.Section;
        var (officer, now, day) = (r.Officer, r.Now, r.Here.Today);
        var merge = Ask(Merge, new Merge(new(""), new Proposal.None(), officer, now));
        OfferedAct?[] offered =
        [
            section is null ? null : Ask(Sign, new Sign(section.Hash, officer, now))?.Pinning(section.Hash),
            Ask(Answer, new Answer(ProposalOutcome.Adopted, Asked.Sound, officer, now)),
            Ask(Study, new Study(Asked.Sound, day, officer, now)),
            Ask(Carry, new Carry(null, new WorkId("…"), true, officer, now)),
            Ask(PostResult, new PostResult(Asked.Sound, officer, now)),
            Ask(Admit, new Admit(new(Asked.Sound, Asked.Sound), null, 1, officer, now)) is { } admit
                ? admit with { Filled = Filled(section) } : null,
            Ask(Return, new Return(Asked.Sound, officer, now)),
            merge?.With("into", await OthersAsync(r)),
            Ask(Decline, new Decline(Asked.Sound, officer, now)),
        ];
        return [.. offered.OfType<OfferedAct>()];
    }

    private static async Task<IReadOnlyList<Option>> OthersAsync(CaseReader r)
    {
        var rows = await r.Session.Query<ProposalOnDesk>()
            .Where(p => p.IsPublic).OrderByDescending(p => p.Since).ThenBy(p => p.Id).Take(Newest).ToListAsync(r.Cancelled);
        return [.. rows.Select(p => new Option(p.Number!, p.Title!.In(r.Here.Language)))];
    }

    private static Dictionary<string, string> Filled(ProposalSection? s) => s is null ? [] : new()
    {
        ["title"] = s.Title.Zh, ["title_en"] = s.Title.En ?? "", ["body"] = s.Body.Zh, ["body_en"] = s.Body.En ?? "",
    };

    private static FormField Long(string name) => FormField.Said(name, Lines) with { Longest = Text.Longest };

    private static Act Of(Act act) => act with { SubjectOf = key => NewId.FromKey(key).Value };

    private static ProposalId? IdOf(string subject) => subject.Length is > 0 and <= 100 ? new(subject) : null;

    /// <summary>A declaration's number as addresses, forms and people write it: <c>2025/23</c>, <c>2025-0023</c>.</summary>
    private static (int Year, int Ordinal)? NumberOf(string text) =>
        text.Split('/', '-') is [{ Length: 4 } year, { Length: <= 6 } ordinal]
        && Fields.Count(year) is { } y && Fields.Count(ordinal) is { } n ? (y, n) : null;

    private static async Task<Declaration> DeclaredAsync(Entry entry, (int Year, int Ordinal) number)
    {
        var row = await entry.Documents.Query<DeclarationOnRegister>()
            .FirstOrDefaultAsync(d => d.Number.Year == number.Year && d.Number.Ordinal == number.Ordinal, entry.Cancelled);
        return row is null ? new Declaration.None() : (await entry.LoadAsync(row.Id, DeclarationDecider.Law)).State;
    }

    /// <summary>Whether any public row names the work.</summary>
    private static async Task<bool> IsPublicAsync(Entry entry, WorkId work) =>
        await NamesAsync<DeclarationOnRegister>(entry, work) || await NamesAsync<TenderOnRegister>(entry, work)
        || await NamesAsync<AgreementOnRegister>(entry, work);

    private static Task<bool> NamesAsync<T>(Entry entry, WorkId work) where T : IPublicRow =>
        entry.Documents.Query<T>().AnyAsync(x => x.MatchesSql("d.data -> 'section' ->> 'work' = ?", work.Value), entry.Cancelled);
}
