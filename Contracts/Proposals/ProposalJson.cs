using System.Text.Json;

namespace Transparency.Contracts.Proposals;

/// <summary>A proposal's section as canonical JSON.</summary>
internal static class ProposalJson
{
    public static void Write(Utf8JsonWriter w, ProposalSection s)
    {
        w.WriteStartObject();
        w.WriteString("number", s.Number.ToString());
        if (s.Village is { } village) w.WriteString("village", village.Value);
        if (s.VillageName is { } name) CanonicalJson.Write(w, "villageName", name);
        CanonicalJson.Write(w, "town", s.Town);
        w.WriteString("law", s.Law);
        w.WriteString("received", CanonicalJson.Iso(s.Received));
        w.WriteString("admitted", CanonicalJson.Iso(s.Admitted));
        w.WriteString("answerDue", CanonicalJson.Iso(s.AnswerDue));
        CanonicalJson.Write(w, "title", s.Title);
        CanonicalJson.Write(w, "body", s.Body);
        if (s.Author is { } author) CanonicalJson.Write(w, "author", new Text(author.Zh, author.En));
        w.WriteEndObject();
    }
}
