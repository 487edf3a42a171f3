using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Notices;

/// <summary>
/// notice.json: the envelope (number, edition, status, window, change note, content hash) around a section in canonical form.
/// The <c>section</c> value, taken byte for byte, hashes to <c>contentHash</c>.
/// </summary>
public static class NoticeJson
{
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static byte[] Of(DeclarationOnRegister declaration, Edition edition) => CheckCodes.Noted(edition, Bytes(w =>
    {
        w.WriteString("format", "sunshine-declaration/1");
        w.WriteString("number", declaration.Number.ToString());
        w.WriteNumber("edition", edition.Ordinal);
        w.WriteString("kind", edition.Kind.ToString());
        w.WriteString("date", Iso(Shanghai.DayOf(edition.At)));
        w.WriteString("instant", Instant(edition.At));
        Write(w, "by", edition.Unit);
        w.WriteStartObject("window");
        w.WriteNumber("round", edition.Round);
        w.WriteString("rule", edition.Window.Rule.Code);
        w.WriteString("opened", Iso(edition.Window.Trigger));
        w.WriteString("firstDay", Iso(edition.Window.First));
        w.WriteString("lastDay", Iso(edition.Window.Last));
        w.WriteString("ends", Instant(edition.Window.Ends));
        w.WriteEndObject();
        if (edition.Note is { } note) Write(w, "note", note);
        if (edition.Law is { } law) Write(w, "law", law);
        w.WriteString("contentHash", edition.Hash.Value);
        w.WritePropertyName("section");
        w.WriteRawValue(CanonicalJson.Of(edition.Section), skipInputValidation: true);
    }));

    public static byte[] Of(AgreementEdition edition) => CheckCodes.Noted(edition, Bytes(w =>
    {
        w.WriteString("format", "sunshine-agreement/1");
        w.WriteString("number", edition.Section.Id.Value);
        w.WriteNumber("edition", edition.Ordinal);
        w.WriteString("date", Iso(Shanghai.DayOf(edition.At)));
        w.WriteString("instant", Instant(edition.At));
        Write(w, "by", edition.Unit);
        w.WriteString("declaration", edition.Number);
        w.WriteString("contentHash", edition.Hash.Value);
        w.WritePropertyName("section");
        w.WriteRawValue(CanonicalJson.Of(edition.Section), skipInputValidation: true);
    }));

    /// <summary>The check code of an edition's notice.json, which is made at most once for it.</summary>
    public static string CheckCodeOf(DeclarationOnRegister declaration, Edition edition) =>
        CheckCodes.Find(edition) ?? CheckCode(Of(declaration, edition));

    /// <inheritdoc cref="CheckCodeOf(DeclarationOnRegister, Edition)"/>
    public static string CheckCodeOf(AgreementEdition edition) => CheckCodes.Find(edition) ?? CheckCode(Of(edition));

    /// <inheritdoc cref="CheckCodeOf(DeclarationOnRegister, Edition)"/>
    public static string CheckCodeOf(StatementEdition edition) => CheckCodes.Find(edition) ?? CheckCode(Of(edition));

    public static byte[] Of(StatementEdition edition) => CheckCodes.Noted(edition, Bytes(w =>
    {
        w.WriteString("format", "sunshine-statement/1");
        w.WriteString("number", new VillageMonth(edition.Section.Village, edition.Section.Month).ToString());
        w.WriteNumber("edition", edition.Ordinal);
        w.WriteString("date", Iso(Shanghai.DayOf(edition.At)));
        w.WriteString("instant", Instant(edition.At));
        Write(w, "by", edition.Unit);
        WriteAct(w, "prepared", edition.Prepared);
        WriteAct(w, "checked", edition.Checked);
        w.WriteString("contentHash", edition.Hash.Value);
        w.WritePropertyName("section");
        w.WriteRawValue(CanonicalJson.Of(edition.Section), skipInputValidation: true);
    }));

    /// <inheritdoc cref="CheckCodeOf(DeclarationOnRegister, Edition)"/>
    public static string CheckCodeOf(ReportEdition edition) => CheckCodes.Find(edition) ?? CheckCode(Of(edition));

    public static byte[] Of(ReportEdition edition) => CheckCodes.Noted(edition, Bytes(w =>
    {
        w.WriteString("format", "sunshine-report/1");
        w.WriteString("number", edition.Section.Of.ToString());
        w.WriteNumber("edition", edition.Ordinal);
        w.WriteString("date", Iso(Shanghai.DayOf(edition.At)));
        w.WriteString("instant", Instant(edition.At));
        Write(w, "by", edition.Unit);
        WriteAct(w, "prepared", edition.Prepared);
        w.WriteString("contentHash", edition.Hash.Value);
        w.WritePropertyName("section");
        w.WriteRawValue(CanonicalJson.Of(edition.Section), skipInputValidation: true);
    }));

    /// <summary>校验码: the first eight hex digits of the file's SHA-256, in two groups of four.</summary>
    public static string CheckCode(ReadOnlySpan<byte> noticeJson) => CheckCode(Convert.ToHexStringLower(SHA256.HashData(noticeJson)));

    internal static string CheckCode(string sha256) => $"{sha256[..4]} {sha256[4..8]}";

    internal static byte[] Bytes(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    internal static void Write(Utf8JsonWriter w, string name, Text text)
    {
        w.WriteStartObject(name);
        w.WriteString("zh", text.Zh);
        if (text.En is not null) w.WriteString("en", text.En);
        w.WriteEndObject();
    }

    internal static void WriteAct(Utf8JsonWriter w, string name, PublicAct act)
    {
        w.WriteStartObject(name);
        w.WriteString("date", Iso(act.On));
        Write(w, "by", act.Unit);
        w.WriteEndObject();
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Instant(DateTimeOffset at) =>
        Shanghai.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
