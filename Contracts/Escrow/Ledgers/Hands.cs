using Transparency.Contracts.Escrow.Statements;

namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>
/// Who has had a hand in one village's month, and as what. Reporting clerk, bookkeeper, finance group and supervision are four,
/// whatever roles one person holds: nobody who acted as one of them may act as another in the same month (D12; Organic Law of
/// Villagers' Committees, art. 37).
/// </summary>
public sealed record Hands(IReadOnlyList<Hand> All)
{
    public static readonly Hands None = new([]);

    public static Hands Of(Book book, SubLedger trust, BankMonth bank, Statement statement) => new(
    [
        .. book is Book.Kept kept ? kept.Clerks.Select(p => new Hand(Role.Village, p)) : [],
        .. trust.Bookkeepers.Concat(bank is BankMonth.Entered entered ? entered.Bookkeepers : []).Select(p => new Hand(Role.Bookkeeper, p)),
        .. statement is Statement.Known known ? known.File.Hands : [],
    ]);

    /// <summary>Null when this officer may act as <paramref name="role"/>.</summary>
    public Refusal? Refuse(Role role, Officer by) =>
        All.FirstOrDefault(h => h.Who == by.Person && h.As != role) is { } other
            ? Refusal.NotYours("escrow.other-hand", new Word($"role.{other.As}"), new Word($"role.{role}"))
            : null;
}

/// <summary>One person's part in a month.</summary>
public sealed record Hand(Role As, PersonId Who);
