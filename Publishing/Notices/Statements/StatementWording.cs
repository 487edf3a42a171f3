using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Statements;

/// <summary>Words about one statement that lists, page and sheet share.</summary>
public static class StatementWording
{
    /// <summary>固堤场村 2026年8月 代管资金收支. In English only where the village has an English name.</summary>
    public static Text Title(StatementSection s) => new(
        Catalogue.Say(Language.Zh, "statement.title", s.VillageName.Zh, Wording.Month(Language.Zh, s.Month)),
        s.VillageName.En is { } en ? Catalogue.Say(Language.En, "statement.title", en, Wording.Month(Language.En, s.Month)) : null);

    /// <summary>三方账目一致, or the difference as it is.</summary>
    public static string Verdict(Language language, Reconciliation r) =>
        r.Agrees ? Catalogue.Say(language, "statement.agrees")
        : Catalogue.Say(language, "statement.differs-by", Wording.ExactWithUnit(language, Apart(r)));

    /// <summary>Between bank and trust ledger, else between trust ledger and book; zero or more.</summary>
    private static Yuan Apart(Reconciliation r) => new(Math.Abs((r.Difference != Yuan.Zero ? r.Difference : r.BookDifference).Fen));

    /// <summary>The trust ledger's column: its balance, and the transfers that have not arrived.</summary>
    public static string Trust(Language language, Reconciliation r) =>
        Adjusted(language, "statement.trust", r.Trust, r.Transfers.Count, r.TrustAdjusted - r.Trust);

    /// <summary>The bank's column: its balance and what is on its way.</summary>
    public static string Bank(Language language, Reconciliation r) =>
        Adjusted(language, "statement.bank", r.Bank, r.InTransit.Count + r.Transfers.Count, r.BankAdjusted - r.Bank);

    private static string Adjusted(Language language, string code, Yuan balance, int count, Yuan by) =>
        count == 0 ? Catalogue.Say(language, code)
        : by < Yuan.Zero ? Catalogue.Say(language, $"{code}-less", Wording.Exact(balance), count, Wording.Exact(Yuan.Zero - by))
        : Catalogue.Say(language, $"{code}-plus", Wording.Exact(balance), count, Wording.Exact(by));

    /// <summary>The accounts of a line by name; where there are several, each with its amount.</summary>
    public static Phrase Heads(Language language, StatementSection s, StatementLine line) => line.Parts switch
    {
        [var only] => NameOf(language, s, only.Account),
        var several => Phrase.Join(Between(language), several.Select(p =>
            Phrase.Say(language, "statement.part", NameOf(language, s, p.Account), Wording.Exact(p.Debit + p.Credit)))),
    };

    public static Phrase NameOf(Language language, StatementSection s, AccountCode code) =>
        Phrase.Of(language, s.Account(code)?.Name ?? new Text(code.Value));

    /// <summary>
    /// The everyday explanation of a line: its accounts in plain words, who paid or was paid, who signed the payment,
    /// and what it takes back.
    /// </summary>
    public static Phrase Plain(Language language, StatementSection s, StatementLine line)
    {
        var accounts = line.Parts.Select(p => s.Account(p.Account)).OfType<Account>().Distinct();
        List<Phrase> said = [.. accounts.Select(a => Phrase.Of(language, a.Plain))];
        if (line.Payee is { } payee)
            said.Add(Phrase.Say(language, line.In > Yuan.Zero ? "statement.paid-by" : "statement.paid-to", Phrase.Of(language, payee)));
        if (line.Approvers.Count > 0) said.Add(Phrase.Say(language, "statement.approved-by", Approvers(language, line)));
        if (line.Reverses is { } original) said.Add(Phrase.Say(language, "statement.takes-back", original.ToString()));
        return Phrase.Join(Wording.Gap(language), said);
    }

    /// <summary>Of a payment that needed a decision and has none: the matter, and why in the clerk's words.</summary>
    public static Phrase WhyNoCase(Language language, StatementLine line) =>
        line.Cover!.Reason is { } reason ? Phrase.Say(language, "cover.why", reason) : Phrase.Say(language, "cover.why-not-said");

    private static string Between(Language language) => Catalogue.Say(language, "mark.and") + Wording.Gap(language);

    /// <summary>The offices that signed a payment.</summary>
    public static string Approvers(Language language, StatementLine line) =>
        string.Join(Between(language), line.Approvers.Select(a => Catalogue.Say(language, $"approver.{a}")));
}
