using System.Text.Json;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using static Transparency.Contracts.CanonicalJson;

namespace Transparency.Contracts.Escrow.Statements;

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
        if (s.Cash is { } cash)
        {
            w.WriteStartObject("cash");
            w.WriteNumber("openingFen", cash.Opening.Fen);
            List(w, "lines", cash.Lines, line => Write(w, line));
            w.WriteNumber("inFen", cash.In.Fen);
            w.WriteNumber("outFen", cash.Out.Fen);
            w.WriteNumber("closingFen", cash.Closing.Fen);
            if (cash.Limit is { } limit) w.WriteNumber("limitFen", limit.Fen);
            w.WriteEndObject();
        }
        List(w, "claims", s.Claims, line => Write(w, line));
        w.WriteString("countedFrom", s.CountedFrom.ToString());
        List(w, "heads", s.Heads, h => Write(w, h));
        if (s.BudgetBasis is { } basis) CanonicalJson.Write(w, "budgetBasis", basis);
        List(w, "accounts", s.Accounts, a =>
        {
            w.WriteString("account", a.Code.Value);
            w.WriteString("kind", a.Kind.ToString());
            CanonicalJson.Write(w, "name", a.Name);
            CanonicalJson.Write(w, "plain", a.Plain);
        });
        List(w, "movements", s.Movements, m =>
        {
            w.WriteString("account", m.Account.Value);
            w.WriteNumber("openingFen", m.Opening.Fen);
            w.WriteNumber("debitFen", m.Debit.Fen);
            w.WriteNumber("creditFen", m.Credit.Fen);
            w.WriteNumber("closingFen", m.Closing.Fen);
        });
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
        List(w, "parts", line.Parts, part =>
        {
            w.WriteString("account", part.Account.Value);
            if (part.Debit != Yuan.Zero) w.WriteNumber("debitFen", part.Debit.Fen);
            else w.WriteNumber("creditFen", part.Credit.Fen);
        });
        if (line.In != Yuan.Zero || line.Out != Yuan.Zero) Write(w, line.In, line.Out);
        if (line.PayeeKind is { } kind) w.WriteString("payeeKind", kind.ToString());
        if (line.Payee is { } payee) CanonicalJson.Write(w, "payee", new Text(payee.Zh, payee.En));
        if (line.Approvers.Count > 0)
        {
            w.WriteStartArray("approvers");
            foreach (var approver in line.Approvers) w.WriteStringValue(approver.ToString());
            w.WriteEndArray();
        }
        if (line.Agreement is { } agreement) w.WriteString("agreement", agreement.Value);
        if (line.Tender is { } tender) w.WriteString("tender", tender.Value);
        if (line.Declaration is { } declaration) w.WriteString("declaration", declaration.ToString());
        if (line.Deliberation is { } deliberation) w.WriteString("deliberation", deliberation.Value);
        if (line.Reverses is { } reverses) w.WriteString("reverses", reverses.ToString());
        if (line.Cover is not { } cover) return;
        w.WriteString("matter", cover.Matter);
        CanonicalJson.Write(w, "matterName", cover.Name);
        if (cover.Reason is { } reason) CanonicalJson.Write(w, "noCase", reason);
    }

    private static void Write(Utf8JsonWriter w, HeadSum h)
    {
        w.WriteString("account", h.Account.Value);
        w.WriteString("side", h.IsIncome ? "income" : "expense");
        w.WriteNumber("amountFen", h.Amount.Fen);
        if (h.Before is { } before) w.WriteNumber("monthBeforeFen", before.Fen);
        if (h.YearAgo is { } ago) w.WriteNumber("yearAgoFen", ago.Fen);
        w.WriteNumber("yearToDateFen", h.YearToDate.Fen);
        if (h.Budget is { } budget) w.WriteNumber("budgetFen", budget.Fen);
    }

    private static void Write(Utf8JsonWriter w, Reconciliation r)
    {
        w.WriteStartObject("reconciliation");
        w.WriteNumber("bookFen", r.Book.Fen);
        w.WriteNumber("trustOpeningFen", r.TrustOpening.Fen);
        w.WriteNumber("trustFen", r.Trust.Fen);
        w.WriteNumber("bankFen", r.Bank.Fen);
        List(w, "transfers", r.Transfers, t => Write(w, t));
        List(w, "inTransit", r.InTransit, t => Write(w, t));
        List(w, "unexplained", r.Unexplained, u =>
        {
            w.WriteString("date", Iso(u.Date));
            Write(w, u.In, u.Out);
        });
        w.WriteNumber("matchedByHand", r.ByHand);
        w.WriteNumber("differenceFen", r.Difference.Fen);
        if (r.BookDifference != Yuan.Zero) w.WriteNumber("bookDifferenceFen", r.BookDifference.Fen);
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, Transit t)
    {
        w.WriteString("voucher", t.Number);
        w.WriteString("date", Iso(t.Date));
        Write(w, t.In, t.Out);
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
