using Transparency.Contracts;
using Transparency.Contracts.Readings;
using Transparency.Portal.Store;

namespace Transparency.Portal.Access;

/// <summary>What officers were shown on record.</summary>
internal static class ReadingStore
{
    public static readonly StreamKind Reading = StreamKind.Of("reading", ReadingDecider.Law, new Dictionary<Type, string>
    {
        [typeof(ReadingRecorded)] = "reading-recorded",
    })
        .With<ReadingOnRecord>(1, ReadingOnRecord.Next) with
    {
        Documents = o => o.Schema.For<ReadingOnRecord>().Index(x => x.Month),
    };
}

/// <summary>What one officer was shown in one month; private, for administrators.</summary>
/// <param name="Officer">value of an <see cref="Contracts.OfficerId"/></param>
/// <param name="Month">local, as <c>2026-09</c></param>
/// <param name="Lines">oldest first; each thing once a day</param>
public sealed record ReadingOnRecord(string Id, string Officer, string Month, IReadOnlyList<ReadingLine> Lines)
{
    public static ReadingOnRecord? Next(ReadingOnRecord? now, string id, object e) => e is not ReadingRecorded x ? now
        : More(now ?? new(id, x.By.Officer.Value, $"{Contracts.Month.Of(Shanghai.DayOf(x.By.At))}", []), x);

    private static ReadingOnRecord More(ReadingOnRecord row, ReadingRecorded x) =>
        row with { Lines = [.. row.Lines, new(x.Kind, x.Of, x.By.At)] };
}

/// <param name="At">of the first time on that day, UTC</param>
public sealed record ReadingLine(ReadingKind Kind, string Of, DateTimeOffset At);
