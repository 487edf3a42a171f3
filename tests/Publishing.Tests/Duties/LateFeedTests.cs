using System.Text;
using System.Xml.Linq;
using Transparency.Contracts;
using Transparency.Publishing.Site;
using static Transparency.Publishing.Tests.Duties.DutyWorld;

namespace Transparency.Publishing.Tests.Duties;

public sealed class LateFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void An_entry_comes_at_midnight_keeps_its_id_and_says_how_late_it_was_published()
    {
        var world = new DutyWorld();
        world.Report(One, "2026-Q2", new(2026, 7, 15));
        Assert.Empty(Entries(world, new(2026, 7, 20), SiteMap.LateFeed));

        var late = Assert.Single(Entries(world, new(2026, 7, 21), SiteMap.LateFeed));
        Assert.Equal("2026-07-21T00:00:00+08:00", late.Element(Atom + "updated")!.Value);
        Assert.Equal("http://127.0.0.1:8080/calendar/#late-grants/09/2026-Q2", Id(late));
        Assert.Equal("http://127.0.0.1:8080/calendar/", late.Element(Atom + "link")!.Attribute("href")!.Value);

        world.Report(Other, "2026-Q2", new(2026, 7, 29), nothing: true);
        var done = Assert.Single(Entries(world, new(2026, 8, 3), SiteMap.LateFeed));
        Assert.Equal((Id(late), "2026-07-29T09:00:00+08:00"), (Id(done), done.Element(Atom + "updated")!.Value));
        Assert.Contains("晚了 9 天", done.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Equal("http://127.0.0.1:8080/villages/09/reports/grants/2026-Q2/", done.Element(Atom + "link")!.Attribute("href")!.Value);
    }

    [Fact]
    public void A_village_has_its_own_and_the_newest_stands_on_top()
    {
        var world = new DutyWorld();
        Assert.Equal(
            ["escrow-statement/04/2026-08", "escrow-statement/09/2026-08", "grants/04/2026-Q2", "grants/09/2026-Q2"],
            Entries(world, new(2026, 9, 18), SiteMap.LateFeed).Select(e => Id(e)[(Id(e).IndexOf("late-", StringComparison.Ordinal) + 5)..]));
        Assert.Equal(2, Entries(world, new(2026, 9, 18), SiteMap.VillageLateFeed(Other)).Count);
    }

    [Fact]
    public void A_correction_makes_nothing_late_and_a_lease_that_is_not_public_owes_nothing()
    {
        var world = new DutyWorld();
        foreach (var village in new[] { One, Other })
        {
            world.Report(village, "2026-Q2", new(2026, 7, 15));
            world.Report(village, "2026-Q2", new(2026, 8, 30));
            world.Statement(village, "2026-08", new(2026, 9, 10));
        }
        Assert.Empty(Entries(world, new(2026, 9, 18), SiteMap.LateFeed));
    }

    [Fact]
    public void Rent_is_met_only_when_every_lease_of_that_year_has_its_account_of_the_whole_year()
    {
        var world = new DutyWorld();
        foreach (var id in new[] { "09-2025-L-0001", "09-2025-L-0002" }) world.Lease(id, new(2025, 3, 1));
        world.Lease("09-2025-W-0003", new(2025, 3, 1), Contracts.Agreements.AgreementKind.Works);
        Assert.Equal(["NotYetDue", "NotApplicable"], Rents(world, new(2026, 1, 10)));
        world.Rent("09-2025-L-0001", 2025, new(2026, 1, 12));
        world.Rent("09-2025-L-0002", 2025, new(2025, 11, 30));
        Assert.Equal(["Late", "NotApplicable"], Rents(world, new(2026, 1, 26)));
        world.Rent("09-2025-L-0002", 2025, new(2026, 1, 27));
        Assert.Equal(["Published", "NotApplicable"], Rents(world, new(2026, 1, 28)));
        Assert.Equal("villages/09/index.html#Agreement", world.On(new(2026, 1, 28)).Duties.First(d => d.Cell.Obligation.Code == "rent" && d.Cell.Village == Other).Path);
        static IEnumerable<string> Rents(DutyWorld world, DateOnly day) => world.On(day).Duties.Where(d => d.Cell.Obligation.Code == "rent" && d.Cell.Period.Year == 2025).OrderByDescending(d => d.Cell.Village.Value).Select(d => d.Status.GetType().Name);
    }

    private static string Id(XElement entry) => entry.Element(Atom + "id")!.Value;

    private static List<XElement> Entries(DutyWorld world, DateOnly day, string path)
    {
        var feed = WholeSite.Outputs(world.On(day)).Single(o => o.Path == path).Render();
        return [.. XDocument.Parse(Encoding.UTF8.GetString(feed)).Root!.Elements(Atom + "entry")];
    }
}
