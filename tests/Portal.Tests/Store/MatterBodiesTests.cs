using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Store;
using Transparency.Portal.Town;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Tests.Store;

/// <summary>Which body decides which matter on which day, and by what law; and that no town may ask for less (I17, I32, I36).</summary>
public sealed class MatterBodiesTests
{
    private static readonly TownFolder Shipped = ReadTownFolder.Read(ReadTownFolder.Default).Town!;

    /// <summary>The Organic Law as amended is in force from 1 January 2026; what it dropped is decided by the Collective Law since.</summary>
    [Theory]
    [InlineData("works-large", VillageBody.Representatives, "第24条第3项", VillageBody.Representatives, "《村民委员会组织法》第28条第4项")]
    [InlineData("lease-asset", VillageBody.Representatives, "第24条第8项", VillageBody.MemberRepresentatives, "《农村集体经济组织法》第26条")]
    [InlineData("lease-saltpan", VillageBody.Representatives, "第24条第8项", VillageBody.MemberRepresentatives, "《农村集体经济组织法》第26条")]
    [InlineData("contract-cleanup", VillageBody.Representatives, "本镇合同清理方案", VillageBody.MemberRepresentatives, "《农村集体经济组织法》第26条")]
    [InlineData("land-compensation", VillageBody.VillagersMeeting, "第24条第7项", VillageBody.MembersAssembly, "第26条第10项")]
    [InlineData("homestead", VillageBody.VillagersMeeting, "第24条第6项", VillageBody.MembersAssembly, "第26条第8项")]
    [InlineData("borrow-lend", VillageBody.Representatives, "第24条第8项", VillageBody.MemberRepresentatives, "第26条第11项")]
    [InlineData("annual-plan", VillageBody.Representatives, "第46条", VillageBody.MemberRepresentatives, "第26条第7项")]
    [InlineData("paid-posts", VillageBody.Representatives, "第24条第1项", VillageBody.Representatives, "《村民委员会组织法》第28条第2项")]
    [InlineData("grants-relief", VillageBody.Representatives, "第30条第3项", VillageBody.Representatives, "《村民委员会组织法》第35条第2项")]
    [InlineData("election-result", VillageBody.VillagersMeeting, "第15条", VillageBody.VillagersMeeting, "《村民委员会组织法》第18条")]
    [InlineData("coal-season", VillageBody.Representatives, "第24条第2项", VillageBody.Representatives, "《村民委员会组织法》第28条第3项")]
    [InlineData("tender-plan", VillageBody.Representatives, "本镇分档规定", VillageBody.Representatives, "本镇分档规定")]
    [InlineData("village-report", null, "第30条、第32条", null, "第35条、第37条")]
    public void A_matter_is_decided_by_the_body_of_its_day(string code, VillageBody? before, string lawBefore, VillageBody? after, string lawAfter)
    {
        var book = RulesInForce.Fold([new Contracts.Town.MattersSet(Shipped.Matters, default)]);
        var (old, now) = (book.On(new(2025, 12, 31)).Matters[code], book.On(new(2026, 1, 1)).Matters[code]);
        Assert.Equal((before, after), (old.Deliberation, now.Deliberation));
        Assert.Contains(lawBefore, old.Law, StringComparison.Ordinal);
        Assert.Contains(lawAfter, now.Law, StringComparison.Ordinal);
        Assert.Equal(now, book.Matters[code]);
    }

    public static TheoryData<string, string> Affairs()
    {
        var rows = new TheoryData<string, string>();
        foreach (var floor in ReadMatters.Bodies([])) rows.Add(floor.Matter, $"{floor.From:yyyy-MM-dd}");
        return rows;
    }

    public static TheoryData<string, string, string> Floors()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var floor in ReadMatters.Bodies([])) rows.Add(floor.Matter, $"{floor.From:yyyy-MM-dd}", floor.Body.ToString());
        return rows;
    }

    /// <summary>Each row that ships, against a town that asks for the committees only, for the other side, or for nobody at all.</summary>
    [Theory, MemberData(nameof(Floors))]
    public void A_town_may_not_ask_for_less(string matter, string from, string body)
    {
        var wanted = Enum.Parse<VillageBody>(body);
        foreach (var looser in new[] { "committee", "", wanted < VillageBody.MemberRepresentatives ? "member-representatives" : "villagers-meeting" })
        {
            var fault = Assert.Single(With(matter, from, looser).Faults);
            Assert.Equal(("town.looser", "matters.csv", "deliberation", looser), (fault.Code, fault.Arguments[0], fault.Arguments[2], fault.Arguments[3]));
            Assert.Equal(Catalogue.Say(Language.Zh, $"body.{wanted}"), ((Text)fault.Arguments[4]).Zh);
        }
    }

    [Theory, MemberData(nameof(Floors))]
    public void A_town_may_ask_for_all_of_them(string matter, string from, string body)
    {
        var whole = Enum.Parse<VillageBody>(body) is VillageBody.MemberRepresentatives or VillageBody.MembersAssembly ? "members-assembly" : "villagers-meeting";
        Assert.Empty(With(matter, from, whole).Faults);
    }

    /// <summary>What a village decides by itself it also declares: else the town could refuse it. An election nobody approves.</summary>
    [Theory, MemberData(nameof(Affairs))]
    public void A_town_may_not_make_a_villages_affair_its_own(string matter, string from)
    {
        var faults = With(matter, from, null, line => line.Replace(",village,town-review,", ",town,town-review,", StringComparison.Ordinal)).Faults;
        if (matter == "coal-season") Assert.Empty(faults);
        else Assert.Equal(("town.looser", "declarant", "town"), (Assert.Single(faults).Code, faults[0].Arguments[2], faults[0].Arguments[3]));
    }

    [Theory, MemberData(nameof(Affairs))]
    public void A_town_approves_no_election_and_leaves_nothing_else_without_an_approver(string matter, string from)
    {
        var isElection = matter == "election-result";
        var (given, other) = isElection ? (",town-review,,", ",town-review,town-approve,") : (",town-review,town-approve,", ",town-review,,");
        var fault = Assert.Single(With(matter, from, null, line => line.Replace(given, other, StringComparison.Ordinal)).Faults);
        Assert.Equal((isElection ? "town.looser" : "town.bad-row", "approver"), (fault.Code, fault.Arguments[2]));
    }

    [Fact]
    public void Two_rows_of_one_time_are_named()
    {
        var fault = Assert.Single(With("works-large", "", "representatives", line => line.Replace("2025-12-31", "2026-01-01", StringComparison.Ordinal)).Faults);
        Assert.Equal(("town.bad-row", "code", new Word("expected.unique")), (fault.Code, fault.Arguments[2], fault.Arguments[3]));
    }

    /// <summary>The shipped folder, with another body in the row of one matter that is in force from a day.</summary>
    private static (TownFolder? Town, IReadOnlyList<Refusal> Faults) With(string matter, string from, string? body, Func<string, string>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("town-");
        foreach (var file in Directory.GetFiles(ReadTownFolder.Default)) File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        var path = Path.Combine(folder.FullName, "matters.csv");
        var lines = File.ReadAllLines(path);
        var at = Array.FindIndex(lines, l => l.StartsWith($"{matter},", StringComparison.Ordinal) && (from.Length == 0 ? l.EndsWith(",2025-12-31", StringComparison.Ordinal) : l.EndsWith($",{from},", StringComparison.Ordinal)));
        var cells = lines[at].Split(',');
        cells[4] = body ?? cells[4];
        lines[at] = (more ?? (l => l))(string.Join(',', cells));
        File.WriteAllLines(path, lines);
        var read = ReadTownFolder.Read(folder.FullName);
        folder.Delete(recursive: true);
        return read;
    }
}
