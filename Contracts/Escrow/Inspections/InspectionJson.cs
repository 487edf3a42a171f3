using System.Text.Json;

namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>One village's result as canonical JSON.</summary>
internal static class InspectionJson
{
    public static void Write(Utf8JsonWriter w, InspectionResult r)
    {
        w.WriteStartObject();
        w.WriteString("inspection", r.Inspection.Value);
        w.WriteString("village", r.Village.Value);
        CanonicalJson.Write(w, "villageName", r.VillageName);
        CanonicalJson.Write(w, "town", r.Town);
        w.WriteString("from", r.From.ToString());
        w.WriteString("to", r.To.ToString());
        CanonicalJson.List(w, "findings", r.Findings, f =>
        {
            w.WriteNumber("ordinal", f.Ordinal);
            w.WriteString("code", f.Code);
            CanonicalJson.Write(w, "name", f.Name);
            CanonicalJson.Write(w, "law", f.Law);
            if (f.Month is { } month) w.WriteString("month", month.ToString());
            CanonicalJson.Write(w, "what", f.What);
            w.WriteString("cureUntil", CanonicalJson.Iso(f.CureUntil));
        });
        w.WriteEndObject();
    }
}
