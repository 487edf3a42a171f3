using System.Text;
using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Town;
using Transparency.Publishing.Site;
using Transparency.Samples;
using static Transparency.Publishing.Tests.Duties.DutyWorld;

namespace Transparency.Publishing.Tests.Duties;

/// <summary>calendar.ics: identities that never change, and a sequence that rises when a day moves.</summary>
public sealed class CalendarFileTests
{
    private static readonly TenderId Call = new("00-2026-G-0001");
    private static readonly Text Words = new("话");

    [Fact]
    public void A_due_day_has_one_event_and_a_moved_day_a_higher_sequence_under_the_same_uid()
    {
        var world = new DutyWorld();
        var before = Event(world, new(2026, 9, 18), "due-grants-2026-Q3");
        Assert.Equal(("20261020", "3"), (before["DTSTART;VALUE=DATE"], before["SEQUENCE"]));
        Assert.Equal("最迟公开日：政府补助、救灾救助和捐赠（2026年第三季度）", before["SUMMARY"]);

        var moved = SampleRules.Book.Deadlines.Rows.Select(r => r.Code == "REPORT_DUE" ? r with { Value = 15 } : r).ToList();
        world.History.Happened(new DeadlineRulesSet(moved, Shanghai.At(new(2026, 9, 17), new(8, 0))));
        var after = Event(world, new(2026, 9, 18), "due-grants-2026-Q3");
        Assert.Equal((before["UID"], "20261015", "4", "20260917T000000Z"), (after["UID"], after["DTSTART;VALUE=DATE"], after["SEQUENCE"], after["DTSTAMP"]));
    }

    [Fact]
    public void What_was_due_stays_ninety_days_and_longer_while_a_village_owes_it()
    {
        var world = new DutyWorld();
        Assert.NotNull(Find(world, new(2026, 12, 1), "due-grants-2026-Q2"));
        foreach (var village in new[] { One, Other }) world.Report(village, "2026-Q2", new(2026, 7, 15));
        Assert.Null(Find(world, new(2026, 12, 1), "due-grants-2026-Q2"));
        Assert.NotNull(Find(world, new(2026, 10, 18), "due-grants-2026-Q2"));
    }

    [Fact]
    public void The_closing_of_bids_moves_with_each_amendment_and_is_cancelled_only_before_it()
    {
        var world = Announced(out var by);
        var first = Event(world, new(2026, 9, 18), "tender-00-2026-G-0001");
        Assert.Equal(("20261008T013000Z", "0", "CONFIRMED"), (first["DTSTART"], first["SEQUENCE"], first["STATUS"]));
        world.History.Happened(Call, new TenderAmended(3, Words, Notice(new(2026, 10, 15)), by(new(2026, 9, 20))));
        var amended = Event(world, new(2026, 9, 21), "tender-00-2026-G-0001");
        Assert.Equal((first["UID"], "20261015T013000Z", "1", "20260920T010000Z"), (amended["UID"], amended["DTSTART"], amended["SEQUENCE"], amended["DTSTAMP"]));
        world.History.Happened(Call, new TenderCancelled(4, Words, by(new(2026, 9, 25))));
        var cancelled = Event(world, new(2026, 9, 26), "tender-00-2026-G-0001");
        Assert.Equal(("2", "CANCELLED", "20260925T010000Z"), (cancelled["SEQUENCE"], cancelled["STATUS"], cancelled["DTSTAMP"]));
    }

    [Fact]
    public void A_call_that_fails_after_its_closing_was_held_and_keeps_its_day()
    {
        var world = Announced(out var by);
        world.History.Happened(Call, new TenderFailed(3, Words, 1, null, by(new(2026, 10, 9))));
        Assert.Equal("CONFIRMED", Event(world, new(2026, 10, 10), "tender-00-2026-G-0001")["STATUS"]);
        Assert.Null(Find(world, new(2027, 2, 1), "tender-00-2026-G-0001"));
    }

    private static DutyWorld Announced(out Func<DateOnly, Signature> by)
    {
        var world = new DutyWorld();
        by = on => SampleOfficers.Reviewer.Sign(Shanghai.At(on, new(9, 0)));
        var content = new TenderContent(new("取暖煤"), Contracts.Agreements.AgreementKind.Goods, null, "coal-season", TenderMethod.Quotation, Words, new(6_000_000), null, [new(1, new("固堤场村"), Words, new(6_000_000), new(50, 22))]);
        var section = TenderSection.Of(Call, content, SampleRules.Book);
        world.History.Happened(Call, new TenderPlanDisclosed(1, null, null, section, section.Hash, by(new(2026, 9, 10))));
        world.History.Happened(Call, new TenderAnnounced(2, Notice(new(2026, 10, 8)), by(new(2026, 9, 15))));
        return world;
    }

    private static TenderNotice Notice(DateOnly deadline) => new(Shanghai.At(deadline, new(9, 30)), Words, Words, Words, null);

    private static Dictionary<string, string> Event(DutyWorld world, DateOnly day, string uid) => Find(world, day, uid) ?? throw new InvalidOperationException(uid);

    private static Dictionary<string, string>? Find(DutyWorld world, DateOnly day, string uid)
    {
        var text = Encoding.UTF8.GetString(WholeSite.Outputs(world.On(day)).Single(o => o.Path == SiteMap.CalendarFile).Render()).Replace("\r\n ", "", StringComparison.Ordinal);
        var events = text.Split("BEGIN:VEVENT\r\n").Skip(1).Select(e => e[..e.IndexOf("END:VEVENT", StringComparison.Ordinal)].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ToDictionary(l => l[..l.IndexOf(':', StringComparison.Ordinal)], l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        return events.SingleOrDefault(e => e["UID"] == $"{uid}@127.0.0.1");
    }
}
