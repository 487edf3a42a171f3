using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Tenders;

/// <summary>买什么 · 多少钱 · 谁来做 · 到哪天 · 找谁 of a tender, as they stood at an edition.</summary>
public static class TenderSentences
{
    public static IReadOnlyList<CaseSentence> Of(Language language, TenderOnRegister t, TenderEdition edition, TenderStatus status) =>
    [
        new(Say(language, "tender.what"), Phrase.Of(language, t.Section.What), Lots(language, t.Section)),
        Cost(language, t, status),
        new(Say(language, "tender.who"), Who(language, t, status), new(Phrase.Say(language, $"tender.method.{t.Section.Method}").Pieces)),
        new(Say(language, "sentence.until"), Until(language, t, edition, status), null),
        new(Say(language, "sentence.ask"), Phrase.Of(language, t.Section.Ask), null),
    ];

    /// <summary>9月15日 10:00.</summary>
    public static string Moment(Language language, int year, DateTimeOffset at)
    {
        var (day, time) = (CaseWords.DayIn(language, year, Shanghai.DayOf(at)), Shanghai.Local(at));
        return $"{day}{(language == Language.En ? ", " : " ")}{time.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    public static Yuan Awarded(TenderOnRegister t) => t.Awards.Sum(a => a.Total);

    public static Yuan Contracted(TenderOnRegister t) => t.Contracts.Sum(c => c.Total);

    public static Yuan Paid(TenderOnRegister t) => t.Contracts.Sum(c => c.Paid);

    private static Phrase? Lots(Language language, TenderSection section) =>
        section.Lots.Count > 1 ? Phrase.Say(language, "tender.lots-count", section.Lots.Count) : null;

    private static CaseSentence Cost(Language language, TenderOnRegister t, TenderStatus status)
    {
        var label = Say(language, "sentence.worth");
        var estimate = Wording.ExactWithUnit(language, t.Section.Estimate);
        if (status is TenderStatus.Awarded or TenderStatus.Performing or TenderStatus.Closed)
        {
            var sum = status == TenderStatus.Awarded || t.Contracts.Count < t.Awards.Count ? Awarded(t) : Contracted(t);
            var exact = Wording.ExactWithUnit(language, sum);
            return new(label, Phrase.Plain(Wording.Money(language, sum)), Phrase.Say(language, "tender.against-estimate", exact, estimate));
        }
        return new(
            label,
            Phrase.Say(language, "tender.estimated", t.Section.Estimate),
            t.Section.Ceiling is { } ceiling
                ? Phrase.Say(language, "tender.with-ceiling", estimate, Wording.ExactWithUnit(language, ceiling))
                : Phrase.Plain(estimate));
    }

    private static Phrase Who(Language language, TenderOnRegister t, TenderStatus status) => status switch
    {
        TenderStatus.Opened or TenderStatus.Evaluated =>
            Phrase.Say(language, "tender.who.opened", t.Opening!.Bids.DistinctBy(b => b.Bidder.Zh).Count()),
        TenderStatus.Candidates when t.Section.Lots.Count == 1 && t.Candidates is [var first, ..] =>
            Phrase.Say(language, "tender.who.first", NameOf(language, t, first.Bid)),
        TenderStatus.Candidates => Phrase.Say(language, "tender.who.candidates"),
        TenderStatus.Awarded or TenderStatus.Performing or TenderStatus.Closed => Winners(language, TenderBids.Winners(t)),
        TenderStatus.Failed or TenderStatus.Cancelled => Phrase.Say(language, "tender.who.nobody"),
        _ => Phrase.Say(language, "tender.who.open"),
    };

    private static Phrase Winners(Language language, IReadOnlyList<PublicName> names) =>
        names.Count <= 3
            ? Phrase.Join(language == Language.En ? "; " : "、", names.Select(n => Phrase.Of(language, n)))
            : Phrase.Say(language, "tender.who.several", names.Count);

    private static Phrase NameOf(Language language, TenderOnRegister t, BidId bid) =>
        Phrase.Of(language, t.Opening!.Bids.First(b => b.Id == bid).Bidder);

    private static Phrase Until(Language language, TenderOnRegister t, TenderEdition edition, TenderStatus status)
    {
        var year = t.Tender.Year;
        var on = CaseWords.DayIn(language, year, Shanghai.DayOf(edition.At));
        return status switch
        {
            TenderStatus.Calling when edition.Notice is { } notice =>
                Phrase.Say(language, "tender.until.calling", Moment(language, year, notice.Deadline)),
            TenderStatus.Opened or TenderStatus.Evaluated =>
                Phrase.Say(language, "tender.until.opened", Moment(language, year, t.Opening!.At)),
            TenderStatus.Candidates when t.Window is { } window =>
                Phrase.Say(language, "tender.until.candidates", CaseWords.DayIn(language, year, window.Last)),
            TenderStatus.Awarded => Phrase.Say(language, "tender.until.awarded", on),
            TenderStatus.Performing => Phrase.Say(language, "tender.until.performing", Paid(t), Contracted(t)),
            TenderStatus.Closed => Phrase.Say(language, "tender.until.closed", CaseWords.DayIn(language, year, Shanghai.DayOf(t.LastAct))),
            TenderStatus.Failed => Phrase.Say(language, "tender.until.failed", on),
            TenderStatus.Cancelled => Phrase.Say(language, "tender.until.cancelled", on),
            _ => Phrase.Say(language, "tender.until.planned"),
        };
    }

    private static string Say(Language language, string code) => Catalogue.Say(language, code);
}
