using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

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
        : r.Difference == Yuan.Zero ? Catalogue.Say(language, "statement.differs")
        : Catalogue.Say(language, "statement.differs-by", Wording.ExactWithUnit(language, new(Math.Abs(r.Difference.Fen))));

    /// <summary>The bank's column: its balance and what is on its way.</summary>
    public static string Bank(Language language, Reconciliation r) =>
        r.InTransit.Count == 0 ? Catalogue.Say(language, "statement.bank")
        : Catalogue.Say(language, r.OnItsWay < Yuan.Zero ? "statement.bank-less" : "statement.bank-plus",
            Wording.Exact(r.Bank), r.InTransit.Count, Wording.Exact(r.OnItsWay < Yuan.Zero ? Yuan.Zero - r.OnItsWay : r.OnItsWay));

    /// <summary>The everyday explanation of a line: its head in plain words, and who paid or was paid.</summary>
    public static Phrase Plain(Language language, StatementLine line) =>
        line.Payee is { } payee
            ? Phrase.Join(Wording.Gap(language), [Phrase.Say(language, $"item-plain.{line.Item}"), Phrase.Say(language, line.In > Yuan.Zero ? "statement.paid-by" : "statement.paid-to", Phrase.Of(language, payee))])
            : Phrase.Say(language, $"item-plain.{line.Item}");
}
