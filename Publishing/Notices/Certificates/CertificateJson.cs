using System.Security.Cryptography;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Contracts.Publicity;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Notices.Certificates;

/// <summary>certificate.json: what page and sheet of a certificate say, for programs; attached to the sheet.</summary>
public static class CertificateJson
{
    /// <inheritdoc cref="NoticeJson.CheckCodeOf(DeclarationOnRegister, Edition)"/>
    public static string CheckCodeOf(PublicityCertificate c) => CheckCodes.Find(c) ?? NoticeJson.CheckCode(Of(c));

    public static byte[] Of(PublicityCertificate c) => CheckCodes.Noted(c, NoticeJson.Bytes(w =>
    {
        w.WriteString("format", "sunshine-certificate/1");
        w.WriteString("number", c.Declaration.Number.ToString());
        w.WriteNumber("round", c.Round);
        w.WriteString("date", NoticeJson.Iso(c.IssuedOn));
        w.WriteStartObject("window");
        w.WriteString("rule", c.Window.Rule.Code);
        w.WriteString("opened", NoticeJson.Instant(c.Editions[0].At));
        w.WriteString("firstDay", NoticeJson.Iso(c.Window.First));
        w.WriteString("lastDay", NoticeJson.Iso(c.Window.Last));
        w.WriteString("ends", NoticeJson.Instant(c.Window.Ends));
        NoticeJson.Write(
            w, "counted", new Text(DeadlineWords.Explain(Language.Zh, c.Window), DeadlineWords.Explain(Language.En, c.Window)));
        w.WriteEndObject();
        Array(w, "editions", c.Editions, edition => Edition(w, c.Declaration, edition));
        w.WriteStartObject("checks");
        w.WriteNumber("planned", c.Planned);
        w.WriteNumber("made", c.Checks.Count);
        foreach (var result in Enum.GetValues<CheckResult>()) w.WriteNumber(Name(result), c.Count(result));
        Array(w, "all", c.Checks, check => Check(w, check));
        w.WriteEndObject();
        Array(w, "objections", c.Answered, one => Objection(w, one));
    }));

    private static void Edition(Utf8JsonWriter w, DeclarationOnRegister d, Edition edition)
    {
        w.WriteNumber("edition", edition.Ordinal);
        w.WriteString("kind", edition.Kind.ToString());
        w.WriteString("instant", NoticeJson.Instant(edition.At));
        w.WriteString("contentHash", edition.Hash.Value);
        w.WriteString("noticeSha256", CheckCodes.FindHash(edition) ?? Convert.ToHexStringLower(SHA256.HashData(NoticeJson.Of(d, edition))));
        if (edition.Note is { IsEmpty: false } note) NoticeJson.Write(w, "note", note);
    }

    private static void Check(Utf8JsonWriter w, PageCheck check)
    {
        w.WriteString("instant", NoticeJson.Instant(check.At));
        w.WriteNumber("edition", check.Edition);
        w.WriteString("result", Name(check.Result));
        if (check.Status is { } status) w.WriteNumber("status", status);
    }

    private static void Objection(Utf8JsonWriter w, SettledObjection one)
    {
        w.WriteString("received", NoticeJson.Iso(one.Received));
        if (one.Due is { } due) w.WriteString("due", NoticeJson.Iso(due));
        w.WriteString("answered", NoticeJson.Iso(one.On));
        NoticeJson.Write(w, "by", one.Unit);
        w.WriteBoolean("setAside", one.SetAside);
        NoticeJson.Write(w, "summary", one.Summary);
        NoticeJson.Write(w, "answer", one.Answer);
    }

    private static void Array<T>(Utf8JsonWriter w, string name, IEnumerable<T> items, Action<T> body)
    {
        w.WriteStartArray(name);
        foreach (var item in items)
        {
            w.WriteStartObject();
            body(item);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    }

    private static string Name(CheckResult result) => JsonNamingPolicy.CamelCase.ConvertName(result.ToString());
}
