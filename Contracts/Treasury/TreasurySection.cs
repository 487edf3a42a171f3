using System.Text.Json;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Treasury;

/// <summary>What the public shall see of the town's payments of one month: every one of them, and their sum.</summary>
/// <param name="Law">of the matter's row</param>
/// <param name="Lines">by day and number</param>
public sealed record TreasurySection(Text Town, Month Month, string Law, IReadOnlyList<TreasuryLine> Lines)
{
    /// <summary>What left the town's hands, less what came back, yuan.</summary>
    public Yuan Total => Lines.Sum(l => l.Net);

    public ContentHash Hash => ContentHash.Over(Canonical());

    /// <summary>As <see cref="CanonicalJson"/> says; what is hashed.</summary>
    public byte[] Canonical() => CanonicalJson.Bytes(Write);

    /// <summary>With what is signed and all that waits.</summary>
    public static TreasurySection Of(RuleBook rules, TreasuryMonth.Kept month) => new(
        rules.Town.Name, month.Month, rules.Matters[TreasuryDecider.Matter].Law,
        [
            .. month.Entries.Select(e => e.Payment).OrderBy(p => p.On).ThenBy(p => p.Number, StringComparer.Ordinal)
                .Select(TreasuryLine.Of),
        ]);

    private void Write(Utf8JsonWriter w)
    {
        w.WriteStartObject();
        CanonicalJson.Write(w, "town", Town);
        w.WriteString("month", Month.ToString());
        w.WriteString("law", Law);
        CanonicalJson.List(w, "lines", Lines, line => line.Write(w));
        w.WriteNumber("totalFen", Total.Fen);
        w.WriteEndObject();
    }
}

/// <summary>One payment in its public form.</summary>
/// <param name="Amount">yuan, above 0</param>
/// <param name="Reverses">the earlier payment that this one takes back: the sum came in again</param>
public sealed record TreasuryLine(
    string Number, DateOnly On, Text Purpose, PartyKind PayeeKind, PublicName Payee, Yuan Amount,
    TenderId? Tender, int? Lot, AgreementId? Agreement, DeclarationNumber? Declaration, VoucherKey? Reverses)
{
    /// <summary>Above zero for money that left, below for money that came back, yuan.</summary>
    public Yuan Net => Reverses is null ? Amount : Yuan.Zero - Amount;

    public static TreasuryLine Of(TreasuryPayment p) => new(
        p.Number, p.On, p.Purpose, p.Payee.Kind, p.Payee.Name, p.Amount, p.Tender, p.Lot, p.Agreement, p.Declaration, p.Reverses);

    internal void Write(Utf8JsonWriter w)
    {
        w.WriteString("voucher", Number);
        w.WriteString("date", CanonicalJson.Iso(On));
        CanonicalJson.Write(w, "purpose", Purpose);
        w.WriteString("payeeKind", PayeeKind.ToString());
        CanonicalJson.Write(w, "payee", new Text(Payee.Zh, Payee.En));
        w.WriteNumber("amountFen", Amount.Fen);
        if (Tender is { } tender) w.WriteString("tender", tender.Value);
        if (Lot is { } lot) w.WriteNumber("lot", lot);
        if (Agreement is { } agreement) w.WriteString("agreement", agreement.Value);
        if (Declaration is { } declaration) w.WriteString("declaration", declaration.ToString());
        if (Reverses is { } reverses) w.WriteString("reverses", reverses.ToString());
    }
}
