using Marten;
using Transparency.Contracts.Officers;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Bench.Sampling;

/// <summary>Who acts in a sampled town: enough different persons for every guard.</summary>
public sealed record SampleStaff(IReadOnlyDictionary<string, Officer> ByKey)
{
    private static readonly Text Station = new("镇经管站", "Town Economic Management Station");

    public Officer Clerk(VillageCode village) => ByKey[$"clerk-{village}"];

    /// <summary>The village's second officer, who posts what the clerk recorded.</summary>
    public Officer Poster(VillageCode village) => ByKey[$"poster-{village}"];

    public Officer FinanceGroup(VillageCode village) => ByKey[$"finance-{village}"];

    public Officer Supervision(VillageCode village) => ByKey[$"supervision-{village}"];

    public Officer Town => ByKey["town"];

    public Officer Bookkeeper => ByKey["bookkeeper"];

    public Officer SecondBookkeeper => ByKey["second-bookkeeper"];

    public Officer Reviewer => ByKey["reviewer"];

    public Officer Approver => ByKey["approver"];

    /// <summary>Appoints them as any officer is appointed.</summary>
    public static async Task<SampleStaff> AppointAsync(OpenStore open, IEnumerable<Village> villages, DateTimeOffset at, CancellationToken ct)
    {
        if (await AppointOfficer.RunAsync(open.Ledger, [.. Appointments(villages)], new("system", "sample"), at, ct) is Outcome.Refused no)
            throw new CannotRun(no.Why);
        return await ReadAsync(open, ct);
    }

    /// <summary>As a store that was sampled before knows them.</summary>
    public static async Task<SampleStaff> ReadAsync(OpenStore open, CancellationToken ct)
    {
        await using var session = open.Store.QuerySession();
        var all = await session.Query<OfficerOnRecord>().ToListAsync(ct);
        return new(all.ToDictionary(o => o.Key, o => o.Officer));
    }

    /// <summary>The same persons without a store.</summary>
    public static SampleStaff InMemory(IEnumerable<Village> villages) =>
        new(Appointments(villages).ToDictionary(a => a.Key, a => new Officer(new(a.Key), new($"o-{a.Key}"), a.Unit, a.Roles, a.Villages)));

    private static IEnumerable<Appointment> Appointments(IEnumerable<Village> villages) =>
        Unnumbered(villages).Select((a, i) => a with { IdNumber = IdNumber(i) });

    /// <summary>Of a region that there is not.</summary>
    public static string IdNumber(int ordinal) => $"37079919800101{ordinal:000}" is var digits ? digits + IdentityNumber.CheckOf(digits) : "";

    private static IEnumerable<Appointment> Unnumbered(IEnumerable<Village> villages) =>
    [
        new("town", "样本甲", new("镇建设办", "Town Construction Office"), [Role.Town], [], null),
        new("bookkeeper", "样本乙", Station, [Role.Bookkeeper], [], null),
        new("second-bookkeeper", "样本丙", Station, [Role.Bookkeeper], [], null),
        new("reviewer", "样本丁", Station, [Role.TownReview], [], null),
        new("approver", "样本戊", new("镇人民政府", "the Town People's Government"), [Role.TownApprove], [], null),
        .. villages.SelectMany(v => new Appointment[]
        {
            new($"clerk-{v.Code}", $"{v.Name.Zh}样本己", Of(v, "村委会", "villagers' committee"), [Role.Village], [v.Code], null),
            new($"poster-{v.Code}", $"{v.Name.Zh}样本壬", Of(v, "村委会", "villagers' committee"), [Role.Village], [v.Code], null),
            new($"finance-{v.Code}", $"{v.Name.Zh}样本庚", Of(v, "民主理财小组", "finance group"), [Role.FinanceGroup], [v.Code], null),
            new($"supervision-{v.Code}", $"{v.Name.Zh}样本辛", Of(v, "村务监督委员会", "supervision committee"), [Role.Supervision], [v.Code], null),
        }),
    ];

    private static Text Of(Village village, string zh, string en) => new($"{village.Name.Zh}{zh}", $"{village.Name.En} {en}");
}
