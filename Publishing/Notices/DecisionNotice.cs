using Transparency.Contracts;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Notices;

/// <summary>notice.json of a village decision that stands by itself. A function of the edition alone.</summary>
public static class DecisionNotice
{
    public static byte[] Json(DecisionEdition edition) => CheckCodes.Noted(edition, NoticeJson.Bytes(w =>
    {
        w.WriteString("format", "sunshine-decision/1");
        w.WriteString("number", edition.Section.Decision.Number.Value);
        w.WriteNumber("edition", DecisionEdition.Ordinal);
        w.WriteString("date", NoticeJson.Iso(Shanghai.DayOf(edition.At)));
        w.WriteString("instant", NoticeJson.Instant(edition.At));
        NoticeJson.Write(w, "by", edition.Unit);
        w.WriteString("contentHash", edition.Hash.Value);
        w.WritePropertyName("section");
        w.WriteRawValue(CanonicalJson.Of(edition.Section), skipInputValidation: true);
    }));

    /// <inheritdoc cref="NoticeJson.CheckCodeOf(DeclarationOnRegister, Edition)"/>
    public static string CheckCodeOf(DecisionEdition edition) => CheckCodes.Find(edition) ?? NoticeJson.CheckCode(Json(edition));
}
