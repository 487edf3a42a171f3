using System.Text.Json;

namespace Transparency.Contracts.Deliberations;

/// <summary>A village decision in canonical form, see <see cref="CanonicalJson"/>.</summary>
internal static class DecisionJson
{
    public static void Write(Utf8JsonWriter w, DecisionSection s)
    {
        w.WriteStartObject();
        CanonicalJson.Write(w, "title", s.Title);
        w.WriteString("matter", s.Matter);
        CanonicalJson.Write(w, "matterName", s.MatterName);
        w.WriteString("law", s.Law);
        w.WriteString("village", s.Village.Value);
        CanonicalJson.Write(w, "villageName", s.VillageName);
        CanonicalJson.Write(w, "town", s.Town);
        CanonicalJson.Write(w, "what", s.What);
        Write(w, s.Decision);
        w.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter w, VillageDecision d)
    {
        w.WriteStartObject("decision");
        w.WriteString("number", d.Number.Value);
        w.WriteString("body", d.Body.ToString());
        w.WriteString("date", CanonicalJson.Iso(d.Date));
        w.WriteNumber("due", d.Due);
        w.WriteNumber("present", d.Present);
        w.WriteNumber("for", d.For);
        w.WriteNumber("against", d.Meeting.Against);
        if (d.Mandate is { } mandate) CanonicalJson.Write(w, "mandate", mandate);
        if (d.Called is { } called) w.WriteString("called", CanonicalJson.Iso(called));
        w.WriteBoolean("merged", d.Merged);
        CanonicalJson.List(w, "steps", d.Steps, held => Write(w, held));
        w.WriteString("posted", CanonicalJson.Iso(d.Posted));
        CanonicalJson.Write(w, "postedAt", d.PostedAt);
        if (d.Voted is { } voted) Write(w, voted);
        w.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter w, SharedDecision s)
    {
        CanonicalJson.Write(w, "villageName", s.VillageName);
        w.WriteNumber("amountFen", s.Amount.Fen);
        Write(w, s.Decision);
    }

    private static void Write(Utf8JsonWriter w, VotedText voted)
    {
        w.WriteStartObject("voted");
        CanonicalJson.Write(w, "title", voted.Title);
        CanonicalJson.Write(w, "what", voted.What);
        w.WriteString("money", voted.Terms.Flow.ToString());
        CanonicalJson.List(w, "amounts", voted.Terms.Amounts, amount =>
        {
            CanonicalJson.Write(w, "source", amount.Source);
            w.WriteNumber("amountFen", amount.Amount.Fen);
        });
        CanonicalJson.List(w, "items", voted.Terms.Items, item =>
        {
            CanonicalJson.Write(w, "item", item.Item);
            CanonicalJson.Write(w, "quantity", item.Quantity);
        });
        CanonicalJson.List(w, "parties", voted.Terms.Parties, party =>
        {
            CanonicalJson.Write(w, "name", party.Name);
            if (party.From is { } from) w.WriteString("from", CanonicalJson.Iso(from));
            if (party.Until is { } until) w.WriteString("until", CanonicalJson.Iso(until));
        });
        w.WriteBoolean("byTender", voted.Terms.ByTender);
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, HeldStep held)
    {
        var m = held.Meeting;
        w.WriteString("step", held.Step.ToString());
        w.WriteString("date", CanonicalJson.Iso(m.On));
        CanonicalJson.Write(w, "place", m.Place);
        w.WriteNumber("due", m.Due);
        w.WriteNumber("present", m.Present);
        w.WriteNumber("for", m.For);
        w.WriteNumber("against", m.Against);
        if (m.Observer is { } observer) CanonicalJson.Write(w, "observer", observer);
        CanonicalJson.List(w, "minutes", m.Minutes, file =>
        {
            w.WriteString("file", file.File);
            w.WriteNumber("bytes", file.Bytes);
            CanonicalJson.Write(w, "name", file.Name);
        });
    }
}
