using System.Text.Json;
using static Transparency.Contracts.CanonicalJson;

namespace Transparency.Contracts.Escrow;

/// <summary>A statement's section as canonical JSON.</summary>
internal static class StatementJson
{
    public static void Write(Utf8JsonWriter w, StatementSection s)
    {
        w.WriteStartObject();
        w.WriteString("village", s.Village.Value);
        CanonicalJson.Write(w, "villageName", s.VillageName);
        CanonicalJson.Write(w, "town", s.Town);
        w.WriteString("month", s.Month.ToString());
        w.WriteNumber("openingFen", s.Opening.Fen);
        List(w, "lines", s.Lines, line => Write(w, line));
        w.WriteNumber("incomeFen", s.Income.Fen);
        w.WriteNumber("expenseFen", s.Expense.Fen);
        w.WriteNumber("closingFen", s.Closing.Fen);
        Write(w, s.Reconciliation);
        List(w, "refused", s.Refused, r =>
        {
            w.WriteString("voucher", r.Number);
            CanonicalJson.Write(w, "reason", r.Reason);
        });
        List(w, "receivables", s.Receivables, o => Write(w, o));
        List(w, "debts", s.Debts, o => Write(w, o));
        if (s.Note is { } note) CanonicalJson.Write(w, "note", note);
        List(w, "earlier", s.Earlier, m =>
        {
            w.WriteString("month", m.Month.ToString());
            w.WriteNumber("incomeFen", m.Income.Fen);
            w.WriteNumber("expenseFen", m.Expense.Fen);
            w.WriteNumber("closingFen", m.Closing.Fen);
        });
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, StatementLine line)
    {
        w.WriteString("date", Iso(line.Date));
        w.WriteString("voucher", line.Number);
        CanonicalJson.Write(w, "summary", line.Summary);
        w.WriteString("item", line.Item.ToString());
        Write(w, line.In, line.Out);
        if (line.PayeeKind is { } kind) w.WriteString("payeeKind", kind.ToString());
        if (line.Payee is { } payee) CanonicalJson.Write(w, "payee", new Text(payee.Zh, payee.En));
        if (line.Agreement is { } agreement) w.WriteString("agreement", agreement.Value);
        if (line.Tender is { } tender) w.WriteString("tender", tender.Value);
        if (line.Declaration is { } declaration) w.WriteString("declaration", declaration.ToString());
    }

    private static void Write(Utf8JsonWriter w, Reconciliation r)
    {
        w.WriteStartObject("reconciliation");
        w.WriteNumber("bookFen", r.Book.Fen);
        w.WriteNumber("trustOpeningFen", r.TrustOpening.Fen);
        w.WriteNumber("trustFen", r.Trust.Fen);
        w.WriteNumber("bankFen", r.Bank.Fen);
        List(w, "inTransit", r.InTransit, t =>
        {
            w.WriteString("voucher", t.Number);
            w.WriteString("date", Iso(t.Date));
            Write(w, t.In, t.Out);
        });
        List(w, "unexplained", r.Unexplained, u =>
        {
            w.WriteString("date", Iso(u.Date));
            Write(w, u.In, u.Out);
        });
        w.WriteNumber("differenceFen", r.Difference.Fen);
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, Owed owed)
    {
        CanonicalJson.Write(w, "who", owed.Who);
        w.WriteNumber("amountFen", owed.Amount.Fen);
    }

    /// <summary>The one side that is above zero.</summary>
    private static void Write(Utf8JsonWriter w, Yuan @in, Yuan @out)
    {
        if (@in != Yuan.Zero) w.WriteNumber("inFen", @in.Fen);
        else w.WriteNumber("outFen", @out.Fen);
    }
}
