using System.Text.Encodings.Web;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Notices.Inspections;

/// <summary>
/// notice.json of an inspection's edition: the plan, and what was public by then of number, draw, results and cures.
/// The <c>section</c> value, byte for byte, hashes to <c>contentHash</c>.
/// </summary>
public static class InspectionJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(InspectionOnRegister i, InspectionEdition edition) => CheckCodes.Noted(edition, NoticeJson.Bytes(w =>
    {
        var section = Section(i.At(edition));
        w.WriteString("format", "sunshine-inspection/1");
        w.WriteString("number", i.Plan.Id.Value);
        w.WriteNumber("edition", edition.Ordinal);
        w.WriteString("kind", edition.Kind.ToString());
        w.WriteString("date", NoticeJson.Iso(Shanghai.DayOf(edition.At)));
        w.WriteString("instant", NoticeJson.Instant(edition.At));
        NoticeJson.Write(w, "by", edition.Unit);
        w.WriteString("contentHash", ContentHash.Over(section).Value);
        w.WritePropertyName("section");
        w.WriteRawValue(section, skipInputValidation: true);
    }));

    /// <inheritdoc cref="NoticeJson.CheckCodeOf(DeclarationOnRegister, Edition)"/>
    public static string CheckCodeOf(InspectionOnRegister i, InspectionEdition edition) =>
        CheckCodes.Find(edition) ?? NoticeJson.CheckCode(Of(i, edition));

    /// <summary>The <c>contentHash</c> of an edition.</summary>
    internal static ContentHash HashOf(InspectionOnRegister i, InspectionEdition edition) => ContentHash.Over(Section(i.At(edition)));

    private static byte[] Section(InspectionOnRegister i)
    {
        using var buffer = new MemoryStream();
        using (var w = new Utf8JsonWriter(buffer, Plain))
        {
            w.WriteStartObject();
            Plan(w, i.Plan);
            Act(w, "planned", i.Planned);
            if (i.Number is { } number)
            {
                w.WriteNumber("numberCalled", number.Number);
                Act(w, "called", number.By);
            }
            if (i.Draw is { } draw) Draw(w, draw, i.Plan);
            w.WriteStartArray("results");
            foreach (var result in i.Results) Result(w, result);
            w.WriteEndArray();
            if (i.End is { } end) Act(w, end.Kind, end.By);
            if (i.End?.Cancelled is { } reason) NoticeJson.Write(w, "reason", reason);
            w.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void Plan(Utf8JsonWriter w, InspectionPlan p)
    {
        w.WriteString("id", p.Id.Value);
        NoticeJson.Write(w, "title", p.Title);
        NoticeJson.Write(w, "town", p.Town);
        w.WriteString("from", p.From.ToString());
        w.WriteString("to", p.To.ToString());
        w.WriteStartArray("pool");
        foreach (var village in p.Pool) w.WriteStringValue(village.Code.Value);
        w.WriteEndArray();
        w.WriteNumber("count", p.Count);
        NoticeJson.Write(w, "team", p.Team);
        w.WriteString("firstDay", NoticeJson.Iso(p.First));
        w.WriteString("lastDay", NoticeJson.Iso(p.Last));
        w.WriteString("recipe", p.Recipe);
        w.WriteString("commitment", p.Commitment);
        w.WriteString("law", p.Law);
    }

    private static void Draw(Utf8JsonWriter w, PublicDraw draw, InspectionPlan plan)
    {
        Act(w, "drawn", draw.By);
        w.WriteString("half", draw.Of.Half);
        w.WriteString("seed", draw.Of.Seed);
        w.WriteStartArray("places");
        foreach (var (i, place) in draw.Of.Places.Index())
        {
            w.WriteStartObject();
            w.WriteString("village", place.Village.Value);
            w.WriteString("hash", place.Hash);
            w.WriteBoolean("drawn", i < plan.Count);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    }

    private static void Result(Utf8JsonWriter w, PublicResult result)
    {
        w.WriteStartObject();
        w.WriteString("hash", result.Hash.Value);
        Act(w, "recorded", result.Recorded);
        Act(w, "confirmed", result.Confirmed);
        w.WritePropertyName("result");
        w.WriteRawValue(CanonicalJson.Of(result.Of), skipInputValidation: true);
        w.WriteStartArray("cures");
        foreach (var (finding, cure) in result.Findings)
        {
            if (cure is null) continue;
            w.WriteStartObject();
            w.WriteNumber("ordinal", finding.Ordinal);
            NoticeJson.Write(w, "what", cure.What);
            Act(w, "cured", cure.By);
            w.WriteNumber("daysLate", cure.DaysLate);
            Act(w, "accepted", cure.Accepted);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static void Act(Utf8JsonWriter w, string name, PublicAct act)
    {
        w.WriteStartObject(name);
        w.WriteString("date", NoticeJson.Iso(act.On));
        NoticeJson.Write(w, "by", act.Unit);
        w.WriteEndObject();
    }
}
