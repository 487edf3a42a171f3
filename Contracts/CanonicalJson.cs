using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Tenders;

namespace Transparency.Contracts;

/// <summary>
/// Sections as bytes: fixed field order, no white space, fen and hundredths of a mu as integers, absent values left out.
/// Anybody can hash the <c>section</c> of a notice.json as it stands and gets the content hash.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(DeclarationSection section) => Bytes(w => Write(w, section));

    public static byte[] Of(AgreementSection section) => Bytes(w => Write(w, section));

    public static byte[] Of(StatementSection section) => Bytes(w => StatementJson.Write(w, section));

    public static byte[] Of(RentSection section) => Bytes(w => Write(w, section));

    public static byte[] Of(TenderSection section) => Bytes(w => Write(w, section));

    public static byte[] Of(DecisionSection section) => Bytes(w => DecisionJson.Write(w, section));

    public static byte[] Of(ReportSection section) => Bytes(w => ReportJson.Write(w, section));

    public static byte[] Of(InspectionResult result) => Bytes(w => InspectionJson.Write(w, result));

    /// <summary>For sections that are written in their own room.</summary>
    internal static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, Plain)) write(writer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter w, DeclarationSection s)
    {
        w.WriteStartObject();
        Write(w, "title", s.Title);
        w.WriteString("matter", s.Matter);
        Write(w, "matterName", s.MatterName);
        w.WriteString("law", s.Law);
        if (s.Village is { } village) w.WriteString("village", village.Value);
        Write(w, "discloser", s.Discloser);
        Write(w, "town", s.Town);
        Write(w, "what", s.What);
        w.WriteNumber("amountFen", s.Amount.Fen);
        List(w, "sources", s.Sources, source =>
        {
            Write(w, "source", source.Source);
            w.WriteNumber("amountFen", source.Amount.Fen);
        });
        Write(w, "forWhom", s.ForWhom);
        Write(w, "ask", s.Ask);
        List(w, "budget", s.Budget, line =>
        {
            Write(w, "item", line.Item);
            Write(w, "quantity", line.Quantity);
            if (line.UnitPrice is { } price) w.WriteNumber("unitPriceFen", price.Fen);
            w.WriteNumber("amountFen", line.Amount.Fen);
        });
        Write(w, "body", s.Body);
        if (s.Decision is { } decision) DecisionJson.Write(w, decision);
        List(w, "attachments", s.Attachments, file => AttachmentJson.Write(w, file));
        w.WriteStartArray("subjects");
        foreach (var subject in s.Subjects) Write(w, subject);
        w.WriteEndArray();
        if (s.Plans is { Count: > 0 } plans)
        {
            w.WriteStartArray("plans");
            foreach (var plan in plans) Write(w, plan);
            w.WriteEndArray();
        }
        if (s.Work is { } work) w.WriteString("work", work.Value);
        if (s.Shares is { Count: > 0 } shares) List(w, "shares", shares, share => DecisionJson.Write(w, share));
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, AgreementSection s)
    {
        w.WriteStartObject();
        w.WriteString("id", s.Id.Value);
        Write(w, "title", s.Title);
        w.WriteString("kind", s.Kind.ToString());
        w.WriteString("village", s.Village.Value);
        Write(w, "villageName", s.VillageName);
        w.WriteString("withKind", s.WithKind.ToString());
        Write(w, "with", new Text(s.With.Zh, s.With.En));
        Write(w, "asset", s.Asset);
        if (s.Area is { } area) w.WriteNumber("areaHundredthMu", area.Hundredths);
        w.WriteString("start", Iso(s.Start));
        w.WriteString("end", Iso(s.End));
        w.WriteNumber("totalFen", s.Total.Fen);
        if (s.Yearly is { } yearly) w.WriteNumber("yearlyFen", yearly.Fen);
        Write(w, "due", s.Due);
        Write(w, "purpose", s.Purpose);
        if (s.Tender is { } tender) w.WriteString("tender", tender.Value);
        if (s.Work is { } work) w.WriteString("work", work.Value);
        if (s.Land is { } land) w.WriteString("land", land.ToString());
        if (s.Found) w.WriteBoolean("found", true);
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, RentSection s)
    {
        w.WriteStartObject();
        w.WriteString("agreement", s.Agreement.Value);
        w.WriteNumber("year", s.Year);
        w.WriteString("asOf", Iso(s.AsOf));
        w.WriteNumber("dueFen", s.Due.Fen);
        w.WriteNumber("receivedFen", s.Received.Fen);
        w.WriteNumber("arrearsFen", s.Arrears.Fen);
        List(w, "rows", s.Rows, row =>
        {
            w.WriteString("due", Iso(row.Due));
            w.WriteNumber("amountFen", row.Amount.Fen);
            w.WriteNumber("receivedFen", row.Received.Fen);
            if (row.On is { } on) w.WriteString("on", Iso(on));
            w.WriteNumber("arrearsFen", row.Arrears.Fen);
        });
        List(w, "receipts", s.Receipts, receipt =>
        {
            w.WriteString("on", Iso(receipt.On));
            w.WriteNumber("amountFen", receipt.Amount.Fen);
            if (receipt.Voucher is not null) w.WriteString("voucher", receipt.Voucher);
            if (receipt.For is { } due) w.WriteString("for", Iso(due));
        });
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, TenderSection s)
    {
        w.WriteStartObject();
        w.WriteString("id", s.Id.Value);
        Write(w, "title", s.Title);
        w.WriteString("kind", s.Kind.ToString());
        if (s.Village is { } village) w.WriteString("village", village.Value);
        Write(w, "buyer", s.Buyer);
        Write(w, "town", s.Town);
        Write(w, "ask", s.Ask);
        w.WriteString("matter", s.Matter);
        Write(w, "matterName", s.MatterName);
        w.WriteString("law", s.Law);
        w.WriteString("method", s.Method.ToString());
        Write(w, "what", s.What);
        w.WriteNumber("estimateFen", s.Estimate.Fen);
        if (s.Ceiling is { } ceiling) w.WriteNumber("ceilingFen", ceiling.Fen);
        List(w, "lots", s.Lots, lot =>
        {
            w.WriteNumber("number", lot.Number);
            Write(w, "title", lot.Title);
            Write(w, "quantity", lot.Quantity);
            w.WriteNumber("estimateFen", lot.Estimate.Fen);
            if (lot.Coal is not { } coal) return;
            w.WriteNumber("hundredthTonnes", (long)(coal.Tonnes * 100));
            w.WriteNumber("minHundredthMegajoulesPerKilogram", (long)(coal.MinCalorific * 100));
        });
        if (s.Work is { } work) w.WriteString("work", work.Value);
        w.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter w, string name, Text text)
    {
        w.WriteStartObject(name);
        w.WriteString("zh", text.Zh);
        if (text.En is not null) w.WriteString("en", text.En);
        w.WriteEndObject();
    }

    internal static void List<T>(Utf8JsonWriter w, string name, IEnumerable<T> items, Action<T> write)
    {
        w.WriteStartArray(name);
        foreach (var item in items)
        {
            w.WriteStartObject();
            write(item);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
