using System.Text.Json;
using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Notices.Tenders;

/// <summary>
/// notice.json of a tender's edition: the plan's canonical section, by whose hash it was approved, and beside it what was known by then:
/// the call, the opening record, candidates, awards.
/// </summary>
public static class TenderJson
{
    public static byte[] Of(TenderOnRegister t, TenderEdition edition) => CheckCodes.Noted(edition, NoticeJson.Bytes(w =>
    {
        w.WriteString("format", "sunshine-tender/1");
        w.WriteString("number", t.Tender.Value);
        w.WriteNumber("edition", edition.Ordinal);
        w.WriteString("kind", edition.Kind.ToString());
        w.WriteString("date", NoticeJson.Iso(Shanghai.DayOf(edition.At)));
        w.WriteString("instant", NoticeJson.Instant(edition.At));
        NoticeJson.Write(w, "by", edition.Unit);
        if (t.DeclarationNumber is { } number) w.WriteString("declaration", number);
        if (edition.Note is { } note) NoticeJson.Write(w, "note", note);
        if (edition.Notice is { } notice) Call(w, notice);
        if (t.Opening is { } opening && t.Had(edition, TenderEditionKind.Opening)) Opening(w, opening);
        if (t.ShowsVerdicts(edition)) Verdicts(w, t);
        if (t.Had(edition, TenderEditionKind.Candidates)) Candidates(w, t);
        if (t.Had(edition, TenderEditionKind.Award)) Awards(w, t);
        Changes(w, t, edition);
        w.WriteString("contentHash", t.Hash.Value);
        w.WritePropertyName("section");
        w.WriteRawValue(CanonicalJson.Of(t.Section), skipInputValidation: true);
    }));

    /// <inheritdoc cref="NoticeJson.CheckCodeOf(DeclarationOnRegister, Edition)"/>
    public static string CheckCodeOf(TenderOnRegister t, TenderEdition edition) =>
        CheckCodes.Find(edition) ?? NoticeJson.CheckCode(Of(t, edition));

    private static void Changes(Utf8JsonWriter w, TenderOnRegister t, TenderEdition edition)
    {
        var known = t.Contracts.SelectMany(c => c.Changes.Select(change => (c.Lot, Change: change)))
            .Where(x => x.Change.Edition <= edition.Ordinal).OrderBy(x => x.Change.Edition).ToList();
        if (known.Count == 0) return;
        w.WriteStartArray("contractChanges");
        foreach (var (lot, change) in known)
        {
            w.WriteStartObject();
            w.WriteNumber("lot", lot);
            w.WriteString("date", NoticeJson.Iso(change.On));
            w.WriteNumber("beforeFen", change.Before.Fen);
            w.WriteNumber("totalFen", change.Total.Fen);
            NoticeJson.Write(w, "reason", change.Reason);
            if (change.Declaration is { } number) w.WriteString("declaration", number);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    }

    private static void Call(Utf8JsonWriter w, TenderNotice notice)
    {
        w.WriteStartObject("call");
        w.WriteString("deadline", NoticeJson.Instant(notice.Deadline));
        NoticeJson.Write(w, "place", notice.Place);
        NoticeJson.Write(w, "channels", notice.Channels);
        NoticeJson.Write(w, "rules", notice.Rules);
        if (notice.Shortest is { } shortest) w.WriteString("rule", shortest.Rule.Code);
        w.WriteEndObject();
    }

    private static void Opening(Utf8JsonWriter w, TenderOpening opening)
    {
        w.WriteStartObject("opening");
        w.WriteString("instant", NoticeJson.Instant(opening.At));
        NoticeJson.Write(w, "place", opening.Place);
        w.WriteNumber("attended", opening.Attended);
        w.WriteStartArray("failedLots");
        foreach (var lot in opening.FailedLots) w.WriteNumberValue(lot);
        w.WriteEndArray();
        w.WriteStartArray("bids");
        foreach (var bid in opening.Bids) Bid(w, bid);
        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static void Bid(Utf8JsonWriter w, OpenedBid bid)
    {
        w.WriteStartObject();
        w.WriteString("id", bid.Id.Value);
        w.WriteNumber("lot", bid.Lot);
        NoticeJson.Write(w, "bidder", new(bid.Bidder.Zh, bid.Bidder.En));
        w.WriteString("bidderKind", bid.Kind.ToString());
        if (bid.CreditCode is { } code) w.WriteString("creditCode", code);
        w.WriteNumber("priceFen", bid.Price.Fen);
        w.WriteString("received", NoticeJson.Instant(bid.Received));
        if (bid.Quality is { } q)
        {
            w.WriteStartObject("quality");
            w.WriteNumber("megajoulesPerKilogram", q.Calorific);
            w.WriteNumber("sulphurPercent", q.Sulphur);
            w.WriteNumber("ashPercent", q.Ash);
            w.WriteNumber("volatilePercent", q.Volatile);
            w.WriteNumber("moisturePercent", q.Moisture);
            NoticeJson.Write(w, "size", q.Size);
            NoticeJson.Write(w, "origin", q.Origin);
            w.WriteEndObject();
        }
        if (!bid.Note.IsEmpty) NoticeJson.Write(w, "note", bid.Note);
        w.WriteEndObject();
    }

    private static void Verdicts(Utf8JsonWriter w, TenderOnRegister t)
    {
        w.WriteStartArray("verdicts");
        foreach (var v in t.Verdicts)
        {
            w.WriteStartObject();
            w.WriteString("bid", v.Bid.Value);
            if (v.Rank is { } rank) w.WriteNumber("rank", rank);
            if (v.Rejected is { } rejected) w.WriteString("rejected", rejected.ToString());
            if (!v.Reason.IsEmpty) NoticeJson.Write(w, "reason", v.Reason);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    }

    private static void Candidates(Utf8JsonWriter w, TenderOnRegister t)
    {
        w.WriteStartObject("candidates");
        if (t.Window is { } window)
        {
            w.WriteString("firstDay", NoticeJson.Iso(window.First));
            w.WriteString("lastDay", NoticeJson.Iso(window.Last));
        }
        w.WriteStartArray("ranked");
        foreach (var c in t.Candidates)
        {
            w.WriteStartObject();
            w.WriteNumber("lot", c.Lot);
            w.WriteNumber("rank", c.Rank);
            w.WriteString("bid", c.Bid.Value);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static void Awards(Utf8JsonWriter w, TenderOnRegister t)
    {
        w.WriteStartArray("awards");
        foreach (var a in t.Awards)
        {
            w.WriteStartObject();
            w.WriteNumber("lot", a.Lot);
            w.WriteString("bid", a.Winner.Value);
            w.WriteNumber("totalFen", a.Total.Fen);
            if (a.Because is { } because) w.WriteString("because", because.ToString());
            w.WriteEndObject();
        }
        w.WriteEndArray();
    }
}
