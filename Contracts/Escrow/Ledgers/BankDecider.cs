using static Transparency.Contracts.Escrow.BankCommand;
using static Transparency.Contracts.Escrow.BankMonth;

namespace Transparency.Contracts.Escrow;

/// <summary>One month of one account, as the bank tells it.</summary>
public abstract record BankMonth
{
    public sealed record None : BankMonth;

    public sealed record Entered(VillageCode Account, Month Month, Yuan Opening, IReadOnlyList<BankLine> Lines, Yuan Closing, bool IsClosed) : BankMonth;
}

public abstract record BankCommand(Officer By, DateTimeOffset At)
{
    /// <param name="Lines">empty for a month without dealings</param>
    /// <param name="Before">closing balance of the month before, where it is known</param>
    public sealed record Enter(VillageCode Account, Month Month, Yuan Opening, IReadOnlyList<BankLine> Lines, Yuan Closing, Yuan? Before, Officer By, DateTimeOffset At) : BankCommand(By, At);

    /// <summary>Part of signing a statement, never an act of its own.</summary>
    public sealed record Close(Officer By, DateTimeOffset At) : BankCommand(By, At);
}

public static class BankDecider
{
    public static readonly Decider<BankMonth, BankCommand, BankEvent> Law = new(new None(), Decide, Evolve);

    private static Decision<BankEvent> Decide(RuleBook rules, BankMonth state, BankCommand command) => (state, command) switch
    {
        (Entered { IsClosed: true }, _) => new Refusal("bank.closed"),
        (_, Enter c) when !c.By.Roles.Contains(Role.Bookkeeper) => new Refusal("officer.may-not", new Word("role.Bookkeeper")),
        (_, Enter c) when !rules.Villages.ContainsKey(c.Account) => new Refusal("village.unknown", c.Account.Value),
        (var s, Enter c) when Fault(s, c) is { } no => no,
        (_, Enter c) => new BankLinesEntered(c.Account, c.Month, c.Opening, c.Lines, c.Closing, c.By.Sign(c.At)),
        (None, Close) => new Refusal("bank.unknown"),
        (_, Close c) => new BankMonthClosed(c.By.Sign(c.At)),
        _ => throw new InvalidOperationException("every act has its row"),
    };

    private static BankMonth Evolve(BankMonth state, BankEvent e) => (state, e) switch
    {
        (None, BankLinesEntered x) => new Entered(x.Account, x.Month, x.Opening, x.Lines, x.Closing, false),
        (Entered s, BankLinesEntered x) => s with { Lines = [.. s.Lines, .. x.Lines], Closing = x.Closing },
        (Entered s, BankMonthClosed) => s with { IsClosed = true },
        _ => state,
    };

    private static Refusal? Fault(BankMonth state, Enter c)
    {
        var (before, from) = state is Entered s ? (s.Closing, s.Lines.Count > 0 ? s.Lines[^1].Date : c.Month.First) : (c.Before, c.Month.First);
        foreach (var line in c.Lines)
        {
            if (!c.Month.Contains(line.Date)) return new("bank.other-month", line.Date, c.Month.ToString());
            if (line.Date < from) return new("bank.order", line.Date, from);
            if (line.In < Yuan.Zero || line.Out < Yuan.Zero || (line.In == Yuan.Zero) == (line.Out == Yuan.Zero)) return new("bank.one-side", line.Date);
            from = line.Date;
        }
        return before is { } closing && closing != c.Opening ? new("bank.opening", c.Opening, closing)
            : state is Entered && c.Lines.Count == 0 ? new("bank.nothing-new")
            : c.Lines.Aggregate(c.Opening, (sum, l) => sum + l.Net) != c.Closing ? new("bank.unbalanced", c.Closing)
            : null;
    }
}
