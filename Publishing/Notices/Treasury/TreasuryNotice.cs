using Transparency.Contracts;
using Transparency.Contracts.Town;
using Transparency.Contracts.Treasury;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Treasury;

/// <summary>The sheet and notice.json of what the town paid in one month. Functions of the edition alone.</summary>
public static class TreasuryNotice
{
    public static byte[] Json(TreasuryEdition edition) => CheckCodes.Noted(edition, NoticeJson.Bytes(w =>
    {
        w.WriteString("format", "sunshine-treasury/1");
        w.WriteString("number", new PayerMonth(null, edition.Section.Month).ToString());
        w.WriteNumber("edition", edition.Ordinal);
        w.WriteString("date", NoticeJson.Iso(Shanghai.DayOf(edition.At)));
        w.WriteString("instant", NoticeJson.Instant(edition.At));
        NoticeJson.Write(w, "by", edition.Unit);
        NoticeJson.WriteAct(w, "entered", edition.Entered);
        NoticeJson.WriteAct(w, "checked", edition.Checked);
        w.WriteString("contentHash", edition.Hash.Value);
        w.WritePropertyName("section");
        w.WriteRawValue(edition.Section.Canonical(), skipInputValidation: true);
    }));

    /// <inheritdoc cref="NoticeJson.CheckCodeOf(DeclarationOnRegister, Edition)"/>
    public static string CheckCodeOf(TreasuryEdition edition) => CheckCodes.Find(edition) ?? NoticeJson.CheckCode(Json(edition));

    /// <param name="noticeJson">the bytes of this edition's notice.json, for the check code</param>
    public static NoticeDocument Sheet(
        TreasuryEdition edition, Language language, TownSettings town, SiteSettings settings, ReadOnlySpan<byte> noticeJson)
    {
        var (s, day) = (edition.Section, Shanghai.DayOf(edition.At));
        return new(
            SiteMap.Tag(language),
            Say(language, "treasury.masthead", s.Town),
            Say(language, "treasury.issue", s.Month.ToString()),
            TreasuryWording.Title(s).In(language),
            Say(language, "treasury.status", edition.Ordinal),
            [.. TreasuryWording.Sentences(language, edition, town.Contact).Select(x => x.OnSheet())],
            [new("paragraph", [[new(Say(language, "treasury.official", s.Law))]])],
            [Table(language, s)],
            edition.Unit.In(language),
            Wording.Day(language, day),
            day,
            CaseWords.EditionLine(language, edition.Ordinal, edition.At, NoticeJson.CheckCode(noticeJson)),
            $"{settings.PublicAddress}/{SiteMap.TreasuryFolder(s.Month)}#e{edition.Ordinal}",
            Say(language, "treasury.qr"),
            NoticeWords.Banner(town),
            NoticeWords.Of(language, "sheet.attached"));
    }

    private static NoticeTable Table(Language language, TreasurySection s) => new(
        Say(language, "treasury.lines"),
        [
            new(Say(language, "treasury.day"), false), new(Say(language, "treasury.purpose"), false),
            new(Say(language, "treasury.payee"), false), new(Say(language, "treasury.under"), false),
            new(Say(language, "treasury.amount"), true),
        ],
        [
            .. s.Lines.Select(l => (IReadOnlyList<string>)
            [
                CaseWords.DayIn(language, s.Month.Year, l.On), $"{l.Purpose.In(language)} · {l.Number}", l.Payee.In(language),
                TreasuryWording.Under(language, l), Wording.Exact(l.Net),
            ]),
        ],
        [Say(language, "budget.total"), "", "", "", Wording.Exact(s.Total)]);

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
