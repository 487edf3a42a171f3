using System.Collections.Frozen;

namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>
/// Code of an account of the chart, 3 to 8 digits; the first three are those of the accounting system for rural collectives
/// (《农村集体经济组织会计制度》).
/// </summary>
public readonly record struct AccountCode(string Value) : IId<AccountCode>, IComparable<AccountCode>
{
    /// <summary>库存现金: what the village's reporting clerk holds.</summary>
    public static readonly AccountCode Cash = new("101");

    /// <summary>银行存款: the village's money in the town's trust.</summary>
    public static readonly AccountCode Escrow = new("102");

    public bool IsCash => Value.StartsWith(Cash.Value, StringComparison.Ordinal);

    public bool IsEscrow => Value.StartsWith(Escrow.Value, StringComparison.Ordinal);

    public bool IsMoney => IsCash || IsEscrow;

    /// <summary>Null unless the text is 3 to 8 digits.</summary>
    public static AccountCode? Parse(string text) => text.Length is >= 3 and <= 8 && text.All(char.IsAsciiDigit) ? new(text) : null;

    public static AccountCode Of(string value) => new(value);

    public static bool operator <(AccountCode a, AccountCode b) => a.CompareTo(b) < 0;

    public static bool operator >(AccountCode a, AccountCode b) => a.CompareTo(b) > 0;

    public static bool operator <=(AccountCode a, AccountCode b) => a.CompareTo(b) <= 0;

    public static bool operator >=(AccountCode a, AccountCode b) => a.CompareTo(b) >= 0;

    public int CompareTo(AccountCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>What an account tells. Only money, what is owed and what is owned have a balance that goes over into the next month.</summary>
public enum AccountKind
{
    Money,
    Receivable,
    Asset,
    Debt,
    Own,
    Income,
    Expense,
}

/// <summary>A row of the town's chart of accounts (<c>accounts.csv</c>).</summary>
/// <param name="Plain">what it is in everyday words, for villagers</param>
public sealed record Account(AccountCode Code, AccountKind Kind, Text Name, Text Plain)
{
    /// <summary>Codes under which older records hold it; no account of the chart has one of them.</summary>
    public IReadOnlyList<AccountCode> Formerly { get; init; } = [];

    /// <summary>Whether its balance opens the next month; income, expense and own funds are not carried here.</summary>
    public bool HasBalance => Kind is AccountKind.Money or AccountKind.Receivable or AccountKind.Asset or AccountKind.Debt;

    public bool Equals(Account? other) =>
        other is not null && (Code, Kind, Name, Plain) == (other.Code, other.Kind, other.Name, other.Plain)
        && Formerly.SequenceEqual(other.Formerly);

    public override int GetHashCode() => Code.GetHashCode();
}

/// <summary>The accounts in force, in the order of their codes. Codes 101 and 102 are always among them.</summary>
public sealed class ChartOfAccounts(IReadOnlyList<Account> rows)
{
    public static readonly ChartOfAccounts Empty = new([]);

    private readonly FrozenDictionary<AccountCode, Account> byCode =
        rows.SelectMany(a => a.Formerly.Prepend(a.Code).Select(code => (Code: code, Account: a)))
            .DistinctBy(x => x.Code).ToFrozenDictionary(x => x.Code, x => x.Account);

    public IReadOnlyList<Account> Rows => rows;

    /// <summary>Also by a code that it had before; null for an account that the chart does not know.</summary>
    public Account? Of(AccountCode code) => byCode.GetValueOrDefault(code);

    /// <summary>The code that this account has now.</summary>
    public AccountCode Now(AccountCode code) => Of(code)?.Code ?? code;

    /// <summary>A voucher that was entered under codes of another time, as it is written now.</summary>
    public Voucher Now(Voucher v) => v.Lines.All(l => Now(l.Account) == l.Account) ? v
        : v with { Lines = [.. v.Lines.Select(l => l with { Account = Now(l.Account) })] };
}

/// <summary>What stands on an account, in yuan; above zero on the debit side.</summary>
public sealed record AccountBalance(AccountCode Account, Yuan Debit);
