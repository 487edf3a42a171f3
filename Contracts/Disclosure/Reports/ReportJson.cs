using System.Text.Json;

namespace Transparency.Contracts.Disclosure.Reports;

/// <summary>A village report's section as canonical JSON.</summary>
internal static class ReportJson
{
    public static void Write(Utf8JsonWriter w, ReportSection s)
    {
        w.WriteStartObject();
        w.WriteString("obligation", s.Obligation);
        CanonicalJson.Write(w, "name", s.Name);
        w.WriteString("village", s.Village.Value);
        CanonicalJson.Write(w, "villageName", s.VillageName);
        CanonicalJson.Write(w, "body", s.Body);
        CanonicalJson.Write(w, "town", s.Town);
        w.WriteString("period", s.Period.ToString());
        CanonicalJson.Write(w, "law", s.Law);
        w.WriteBoolean("nothing", s.Nothing);
        if (!s.Nothing) CanonicalJson.Write(w, "words", s.Words);
        if (s.Note is { } note) CanonicalJson.Write(w, "note", note);
        w.WriteEndObject();
    }
}
