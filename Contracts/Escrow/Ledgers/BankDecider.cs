using Transparency.Contracts.Escrow.Statements;
using static Transparency.Contracts.Escrow.Ledgers.BankCommand;
using static Transparency.Contracts.Escrow.Ledgers.BankMonth;

namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>One month of one account, as the bank tells it.</summary>
public abstract record BankMonth
{
    public sealed record None : BankMonth;

    /// <param name="Matches">made by a person</param>
    /// <param name="LastMatch">ordinal of the newest, undone or not; 0 = none yet</param>
    /// <param name="Bookkeepers">who entered or matched anything</param>
    public sealed record Entered(
        VillageCode Account, Month Month, Yuan Opening, IReadOnlyList<BankLine> Lines, Yuan Closing, IReadOnlyList<BankMatch> Matches,
        int LastMatch, IReadOnlyList<PersonId> Bookkeepers, bool IsClosed) : BankMonth;
}

/// <summary>What a person found to belong together.</summary>
public sealed record BankMatch(int Ordinal, IReadOnlyList<Transit> Vouchers, IReadOnlyList<Unexplained> Lines);

public abstract record BankCommand(Officer By, DateTimeOffset At)
{
    /// <param name="Lines">empty for a month without dealings</param>
    /// <param name="Before">closing balance of the month before, where it is known</param>
    public sealed record Enter(
        VillageCode Account, Month Month, Yuan Opening, IReadOnlyList<BankLine> Lines, Yuan Closing,
        Yuan? Before, Hands Hands, Officer By, DateTimeOffset At) : BankCommand(By, At);

    /// <param name="Open">the reconciliation as it is now: only what is open in it can be matched</param>
    public sealed record Match(
        IReadOnlyList<Transit> Vouchers, IReadOnlyList<Unexplained> Lines, Text Reason, Reconciliation? Open,
        Hands Hands, Officer By, DateTimeOffset At) : BankCommand(By, At);

    public sealed record UndoMatch(int Ordinal, Hands Hands, Officer By, DateTimeOffset At) : BankCommand(By, At);

    /// <summary>Part of signing a statement, never an act of its own.</summary>
    public sealed record Close(Officer By, DateTimeOffset At) : BankCommand(By, At);
}

public static class BankDecider
{
    public static readonly Decider<BankMonth, BankCommand, BankEvent> Law = new(new None(), Decide, Evolve);

    private static Decision<BankEvent> Decide(RuleBook rules, BankMonth state, BankCommand command) => (state, command) switch
    {
        (Entered { IsClosed: true }, _) => Refusal.NotNow("bank.closed"),
        (_, Enter or Match or UndoMatch) when !command.By.Roles.Contains(Role.Bookkeeper) =>
            Refusal.NotYours("officer.may-not", new Word("role.Bookkeeper")),
        (_, Enter c) when c.Hands.Refuse(Role.Bookkeeper, c.By) is { } no => no,
        (_, Enter c) when !rules.Villages.ContainsKey(c.Account) => Refusal.NotNow("village.unknown", c.Account.Value),
        (var s, Enter c) when Fault(s, c) is { } no => no,
        (_, Enter c) => new BankLinesEntered(c.Account, c.Month, c.Opening, c.Lines, c.Closing, c.By.Sign(c.At)),
        (None, Close or Match or UndoMatch) => Refusal.NotNow("bank.unknown"),
        (_, Match c) when c.Hands.Refuse(Role.Bookkeeper, c.By) is { } no => no,
        (_, Match c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (Entered s, Match c) => MatchOf(s, c),
        (_, UndoMatch c) when c.Hands.Refuse(Role.Bookkeeper, c.By) is { } no => no,
        (Entered s, UndoMatch c) when s.Matches.All(m => m.Ordinal != c.Ordinal) =>
            Refusal.NotNow("bank.no-match", c.Ordinal).At("ordinal"),
        (_, UndoMatch c) => new BankMatchUndone(c.Ordinal, c.By.Sign(c.At)),
        (_, Close c) => new BankMonthClosed(c.By.Sign(c.At)),
        _ => throw new InvalidOperationException("every act has its row"),
    };

    private static BankMonth Evolve(BankMonth state, BankEvent e) => (state, e) switch
    {
        (None, BankLinesEntered x) => new Entered(x.Account, x.Month, x.Opening, x.Lines, x.Closing, [], 0, [x.By.Person], false),
        (Entered s, BankLinesEntered x) => s with { Lines = [.. s.Lines, .. x.Lines], Closing = x.Closing, Bookkeepers = With(s, x.By) },
        (Entered s, BankLinesMatched x) =>
            s with { Matches = [.. s.Matches, new(x.Ordinal, x.Vouchers, x.Lines)], LastMatch = x.Ordinal, Bookkeepers = With(s, x.By) },
        (Entered s, BankMatchUndone x) =>
            s with { Matches = [.. s.Matches.Where(m => m.Ordinal != x.Ordinal)], Bookkeepers = With(s, x.By) },
        (Entered s, BankMonthClosed) => s with { IsClosed = true },
        _ => state,
    };

    private static Decision<BankEvent> MatchOf(Entered s, Match c)
    {
        if (c.Vouchers.Count == 0 || c.Lines.Count == 0) return Refusal.Mend("vouchers", "bank.match-nothing");
        var (vouchers, lines) = ((c.Open?.InTransit ?? []).ToList(), (c.Open?.Unexplained ?? []).ToList());
        if (c.Vouchers.FirstOrDefault(v => !vouchers.Remove(v)) is { } voucher)
            return Refusal.Mend("vouchers", "bank.match-voucher", voucher.Number);
        if (c.Lines.FirstOrDefault(l => !lines.Remove(l)) is { } line) return Refusal.Mend("lines", "bank.match-line", line.Date);
        var (booked, told) = (c.Vouchers.Sum(v => v.In - v.Out), c.Lines.Sum(l => l.In - l.Out));
        return booked != told
            ? Refusal.Mend("vouchers", "bank.match-sum", booked, told)
            : new BankLinesMatched(s.LastMatch + 1, c.Vouchers, c.Lines, c.Reason, c.By.Sign(c.At));
    }

    private static IReadOnlyList<PersonId> With(Entered s, Signature by) =>
        s.Bookkeepers.Contains(by.Person) ? s.Bookkeepers : [.. s.Bookkeepers, by.Person];

    private static Refusal? Fault(BankMonth state, Enter c)
    {
        var (before, from) = state is Entered s
            ? (s.Closing, s.Lines.Count > 0 ? s.Lines[^1].Date : c.Month.First)
            : (c.Before, c.Month.First);
        foreach (var line in c.Lines)
        {
            if (!c.Month.Contains(line.Date)) return Refusal.Mend(null, "bank.other-month", line.Date, c.Month.ToString());
            if (line.Date > Shanghai.DayOf(c.At)) return Refusal.Mend(null, "bank.in-future", line.Date);
            if (line.Date < from) return Refusal.Mend(null, "bank.order", line.Date, from);
            if (line.In < Yuan.Zero || line.Out < Yuan.Zero || (line.In == Yuan.Zero) == (line.Out == Yuan.Zero))
                return Refusal.Mend(null, "bank.one-side", line.Date);
            from = line.Date;
        }
        return before is { } closing && closing != c.Opening ? Refusal.Mend(null, "bank.opening", c.Opening, closing)
            : state is Entered && c.Lines.Count == 0 ? Refusal.Mend(null, "bank.nothing-new")
            : c.Opening + c.Lines.Sum(l => l.Net) != c.Closing ? Refusal.Mend(null, "bank.unbalanced", c.Closing)
            : null;
    }
}
