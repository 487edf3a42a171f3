using Transparency.Contracts;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Notices.Proposals;

/// <summary>
/// notice.json of a proposal: what the second person signed, which never changes; what was done about it stands on the page and in the
/// data. The <c>section</c> value, byte for byte, hashes to <c>contentHash</c>.
/// </summary>
public static class ProposalNotice
{
    public static byte[] Of(SignedProposal signed) => CheckCodes.Noted(signed, NoticeJson.Bytes(w =>
    {
        w.WriteString("format", "sunshine-proposal/1");
        w.WriteString("number", signed.Section.Number.ToString());
        w.WriteNumber("edition", 1);
        w.WriteString("date", NoticeJson.Iso(Shanghai.DayOf(signed.At)));
        w.WriteString("instant", NoticeJson.Instant(signed.At));
        NoticeJson.Write(w, "by", signed.Unit);
        w.WriteStartObject("admitted");
        w.WriteString("date", NoticeJson.Iso(signed.Admitted.On));
        NoticeJson.Write(w, "by", signed.Admitted.Unit);
        w.WriteEndObject();
        w.WriteString("contentHash", signed.Hash.Value);
        w.WritePropertyName("section");
        w.WriteRawValue(signed.Section.Canonical(), skipInputValidation: true);
    }));

    /// <inheritdoc cref="NoticeJson.CheckCodeOf(DeclarationOnRegister, Edition)"/>
    public static string CheckCodeOf(SignedProposal signed) => CheckCodes.Find(signed) ?? NoticeJson.CheckCode(Of(signed));
}
