using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure;

namespace Transparency.Portal.Store;

/// <summary>Events and rows as JSON. From 1.0 on this shape is frozen: what was written must load for ever.</summary>
public static class StoreJson
{
    /// <summary>For own readers of the tables; the same as Marten's.</summary>
    public static readonly JsonSerializerOptions Options = Made();

    public static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // What can be computed from the rest is not stored: it could only come to disagree.
        json.IgnoreReadOnlyProperties = true;
        // jsonb orders keys by length, so a $type may come after other members.
        json.AllowOutOfOrderMetadataProperties = true;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new IdConverters());
        json.Converters.Add(new YuanAsFen());
        json.Converters.Add(new MuAsHundredths());
        json.Converters.Add(new MonthAsText());
        json.Converters.Add(new PeriodAsText());
    }

    private static JsonSerializerOptions Made()
    {
        var json = new JsonSerializerOptions();
        Configure(json);
        json.Converters.Add(new JsonStringEnumConverter());
        json.MakeReadOnly(populateMissingResolver: true);
        return json;
    }

    private sealed class IdConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type type) =>
            type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdAsString<>).MakeGenericType(type))!;
    }

    private sealed class IdAsString<T> : JsonConverter<T> where T : IId<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            T.Of(reader.GetString() ?? throw new JsonException("an id is never null"));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            T.Of(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value);
    }

    private sealed class YuanAsFen : JsonConverter<Yuan>
    {
        public override Yuan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Yuan value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Fen);

        public override Yuan ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            new(long.Parse(reader.GetString()!, CultureInfo.InvariantCulture));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, Yuan value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Fen.ToString(CultureInfo.InvariantCulture));
    }

    private sealed class MuAsHundredths : JsonConverter<Mu>
    {
        public override Mu Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Mu value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Hundredths);
    }

    private sealed class MonthAsText : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Month.Parse(reader.GetString()!) ?? throw new JsonException("a month is yyyy-mm");

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class PeriodAsText : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Period.Parse(reader.GetString()!) ?? throw new JsonException("a period is yyyy-mm, yyyy-Qn, yyyy-Hn or yyyy");

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
