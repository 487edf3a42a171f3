using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// How far one village's month has come (D8: collecting → booked → reconciled → checked → public).
/// Nothing to report is no stage of its own, see <see cref="MonthStanding.IsZero"/>.
/// </summary>
public enum MonthStage
{
    Collecting,

    /// <summary>Every voucher is booked, on its way as a transfer, or refused.</summary>
    Booked,

    /// <summary>
    /// Village book, trust ledger and bank agree. A month with a difference goes from booked to prepared, and the difference is shown.
    /// </summary>
    Reconciled,

    /// <summary>The statement waits for the finance group.</summary>
    Prepared,

    /// <summary>It waits for the signature of the supervision.</summary>
    Checked,

    Public,

    /// <summary>A question about it has no answer yet.</summary>
    Questioned,

    Answered,

    /// <summary>Public in a second or later edition.</summary>
    Corrected,
}

/// <summary>One thing that stands between a month and its closing.</summary>
/// <param name="Why">the refusal that preparing would meet, or what is to be looked at first</param>
/// <param name="Stops">false for what may be published as it is, since the statement shows it</param>
public sealed record Blocker(Refusal Why, bool Stops);

/// <summary>Where one village's month stands, and what it lacks.</summary>
/// <param name="IsZero">零报告: nothing was entered, and the bank tells of nothing</param>
/// <param name="Blockers">in the order in which they are best resolved; empty once it is public</param>
public sealed record MonthStanding(MonthStage Stage, bool IsZero, IReadOnlyList<Blocker> Blockers)
{
    /// <param name="day">local; a month that has not ended cannot be closed</param>
    public static MonthStanding Of(RuleBook rules, Ledgers now, Statement statement, DateOnly day) =>
        statement is Statement.Disclosed { File: var file }
            ? new(StageOf(file), file.Public!.IsZero, [])
            : new(StageOf(now, statement), now.Vouchers.Count == 0 && now.Bank is BankMonth.Entered { Lines.Count: 0 },
                [.. MonthBlockers.Of(rules, now, statement, day)]);

    private static MonthStage StageOf(StatementFile file) =>
        file.Open.Count > 0 ? MonthStage.Questioned
        : file.Edition > 1 ? MonthStage.Corrected
        : file.Questions > 0 ? MonthStage.Answered
        : MonthStage.Public;

    private static MonthStage StageOf(Ledgers now, Statement statement) => statement switch
    {
        Statement.Prepared => MonthStage.Prepared,
        Statement.Checked => MonthStage.Checked,
        _ when MonthBlockers.Waiting(now).Count > 0 || (now.Entered.Count == 0 && now.Bank is BankMonth.None) => MonthStage.Collecting,
        _ => now.Reconciled() is { Agrees: true } && MonthBlockers.OfBankOpening(now) is null ? MonthStage.Reconciled : MonthStage.Booked,
    };
}
