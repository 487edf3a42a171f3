using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using static Transparency.Contracts.Escrow.Statements.StatementCommand;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// The acts on one village's month: those on its statement here, on its ledgers in <see cref="BookActs"/> and <see cref="TrustActs"/>.
/// </summary>
internal static class MonthActs
{
    private static readonly ActsOn<VillageMonth, Statement, StatementCommand, StatementEvent> OnStatement =
        new(VillageMonth.Parse, text => Refusal.Mend(null, "escrow.subject", text),
            StreamKey.Statement, StatementDecider.Law) { Hash = (_, state) => Waiting(state)?.Hash };

    /// <summary>编制月报, by the bookkeeper; the note is obligatory in a correction.</summary>
    internal static readonly Act PrepareStatement = OnStatement.Act("prepare-statement", async (a, of) =>
        new Prepare((await NowAsync(a, of)).Ledgers, WordsOf(a.Fields), a.By, a.At),
        Owing("receivables"), Owing("debts"), FormField.Said("note", Lines) with { Optional = true });

    /// <summary>退回月报, by who was to check or sign it.</summary>
    private static readonly Act ReturnStatement = OnStatement.Act("return-statement", async (a, of) =>
        new Return((await NowAsync(a, of)).Ledgers, a.Fields.Text("reason"), a.By, a.At), FormField.Reason) with { IsDangerous = true };

    /// <summary>民主理财小组核对, pinned by the hash of what was seen.</summary>
    internal static readonly Act CheckStatement = OnStatement.Pinned("check-statement", async (a, of, file) =>
        a.DecidePinned(file, new Check((await NowAsync(a, of)).Ledgers, a.Fields.Hash(), a.By, a.At)));

    /// <summary>
    /// 村务监督委员会签字, pinned by the hash: public from here on. The first edition closes book, trust ledger and bank month
    /// in the same transaction.
    /// </summary>
    internal static readonly Act SignStatement = OnStatement.Pinned("sign-statement", async (a, of, file) =>
    {
        var now = await NowAsync(a, of);
        if (a.DecidePinned(file, new Sign(now.Ledgers, a.Fields.Hash(), a.By, a.At)) is { } no) return no;
        return file.State is Statement.Checked { File.Edition: 0, Section: var section }
            ? a.Entry.Decide(now.Book, new BookCommand.Close(section, a.By, a.At))
                ?? a.Entry.Decide(now.Trust, new TrustCommand.Close(section, a.By, a.At))
                ?? a.Entry.Decide(now.Bank, new BankCommand.Close(a.By, a.At))
            : null;
    });

    /// <summary>A villager's question in an officer's words; public.</summary>
    private static readonly Act AskAboutStatement = OnStatement.Act("ask-about-statement",
        (a, _) => new Ask(a.Fields.Text("question"), a.By, a.At), FormField.Said("question", Lines));

    /// <summary>The answer, public; <c>ordinal</c> is the question's.</summary>
    internal static readonly Act AnswerAboutStatement = OnStatement.Act("answer-about-statement",
        (a, _) => new Answer(a.Fields.Required("ordinal", "count", Fields.Count), a.Fields.Text("answer"), a.By, a.At),
        new("ordinal", Choice), FormField.Said("answer", Lines));

    public static readonly IReadOnlyList<Act> All =
    [
        .. BookActs.All, .. TrustActs.All,
        PrepareStatement, ReturnStatement, CheckStatement, SignStatement, AskAboutStatement, AnswerAboutStatement,
    ];

    /// <param name="section">what the page shows: what waits for a signature, else what is public</param>
    public static async Task<IReadOnlyList<OfferedAct>> OfferedAsync(
        CaseReader r, VillageMonth of, Told<Statement> statement, LoadedLedgers now, StatementSection? section)
    {
        OfferedAct? Offer(Act act, StatementCommand command) =>
            Asked.Of(r.Rules, StatementDecider.Law, statement.State, act, statement.Version, command);
        OfferedAct? Pinned(Act act, Func<ContentHash, StatementCommand> command) =>
            section is null ? null : Offer(act, command(section.Hash))?.Pinning(section.Hash);
        IReadOnlyList<int> open = [.. (statement.State as Statement.Known)?.File.Open.Select(q => q.Ordinal) ?? []];
        IReadOnlyList<OfferedAct?> offered =
        [
            Pinned(CheckStatement, seen => new Check(now.Ledgers, seen, r.Officer, r.Now)),
            Pinned(SignStatement, seen => new Sign(now.Ledgers, seen, r.Officer, r.Now)),
            TrustActs.Booking(r, of, now),
            .. await BookActs.OfferedAsync(r, of, now),
            TrustActs.Refusing(r, of, now),
            TrustActs.Matching(r, now),
            TrustActs.Undoing(r, now),
            Offer(PrepareStatement, new Prepare(now.Ledgers, new([], [], Asked.Sound), r.Officer, r.Now)),
            open is [var first, ..]
                ? Offer(AnswerAboutStatement, new Answer(first, Asked.Sound, r.Officer, r.Now))
                    ?.With("ordinal", [.. open.Select(ordinal => new Option($"{ordinal}", $"{ordinal}"))])
                : null,
            Offer(AskAboutStatement, new Ask(Asked.Sound, r.Officer, r.Now)),
            Offer(ReturnStatement, new Return(now.Ledgers, Asked.Sound, r.Officer, r.Now)),
        ];
        return [.. offered.OfType<OfferedAct>()];
    }

    /// <summary>The section that waits to be checked or signed.</summary>
    public static StatementSection? Waiting(Statement state) => state switch
    {
        Statement.Prepared s => s.Section,
        Statement.Checked s => s.Section,
        _ => null,
    };

    private static Task<LoadedLedgers> NowAsync(Doing a, VillageMonth of) => LedgersNow.OfAsync(a.Entry.Documents, of, a.Entry.Cancelled);

    private static StatementWords WordsOf(Fields f) =>
        new(f.Rows("receivables", Owed, "owed"), f.Rows("debts", Owed, "owed"), f.Text("note") is { IsEmpty: false } note ? note : null);

    /// <summary>Lines of who = amount.</summary>
    private static IReadOnlyList<Owed>? Owed(string text) =>
        Tables.Sources(text) is { } rows ? [.. rows.Select(s => new Owed(s.Source, s.Amount))] : null;

    private static FormField Owing(string name) => new(name, Rows, null, FormField.Said("who"), new("amount", Money)) { Optional = true };
}
