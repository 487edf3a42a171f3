using System.Globalization;
using System.Text;

namespace Transparency.Publishing.Calendars;

/// <summary>One event of the calendar file.</summary>
/// <param name="Uid">fixed for ever, without the host</param>
/// <param name="Stamp">business time of what made or moved it, UTC</param>
/// <param name="Sequence">rises whenever its day moves (RFC 5545, 3.8.7.4)</param>
/// <param name="Cancelled">stays in the file, so that subscribed calendars take it away (RFC 5546)</param>
/// <param name="Start">whole days from here…</param>
/// <param name="End">…to here, exclusive</param>
/// <param name="At">or, instead of days, one moment</param>
internal sealed record IcsEvent(
    string Uid, DateTimeOffset Stamp, int Sequence, bool Cancelled, DateOnly Start, DateOnly End, DateTimeOffset? At,
    string Summary, string Address);

/// <summary>The lines of an iCalendar file (RFC 5545).</summary>
internal sealed class IcsText(string host)
{
    private readonly StringBuilder text = new();

    /// <summary>Folds after 75 octets, never inside a character.</summary>
    public void Line(string line)
    {
        if (Encoding.UTF8.GetByteCount(line) <= 74)
        {
            text.Append(line).Append("\r\n");
            return;
        }
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 74)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }

    public void Event(IcsEvent e)
    {
        Line("BEGIN:VEVENT");
        Line($"UID:{e.Uid}@{host}");
        Line("DTSTAMP:" + Instant(e.Stamp));
        Line($"SEQUENCE:{e.Sequence}");
        Line("STATUS:" + (e.Cancelled ? "CANCELLED" : "CONFIRMED"));
        if (e.At is { } at) Line("DTSTART:" + Instant(at));
        else
        {
            Line("DTSTART;VALUE=DATE:" + Day(e.Start));
            Line("DTEND;VALUE=DATE:" + Day(e.End));
        }
        Line("SUMMARY:" + Escape(e.Summary));
        Line($"URL:{e.Address}");
        Line("END:VEVENT");
    }

    public static string Escape(string value) => value.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n");

    public byte[] ToArray() => Encoding.UTF8.GetBytes(text.ToString());

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
