using System.Text.RegularExpressions;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Importing;

/// <summary>Officers, by the name they sign in with.</summary>
public static partial class OfficerRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("sign_in"), Must("name"), Must("unit"), May("unit_en"), Must("roles"), May("villages"),
        May("id_number"), May("phone"), May("bank_account"), May("address"),
    ];

    private static readonly Dictionary<string, Role> Words = new()
    {
        ["村级申报"] = Role.Village, ["民主理财"] = Role.FinanceGroup,
        ["村务监督"] = Role.Supervision, ["代管会计"] = Role.Bookkeeper,
        ["镇级申报"] = Role.Town, ["镇级审核"] = Role.TownReview,
        ["镇级批准"] = Role.TownApprove, ["管理员"] = Role.Administrator,
        ["village"] = Role.Village, ["finance-group"] = Role.FinanceGroup,
        ["supervision"] = Role.Supervision, ["bookkeeper"] = Role.Bookkeeper,
        ["town"] = Role.Town, ["town-review"] = Role.TownReview,
        ["town-approve"] = Role.TownApprove, ["administrator"] = Role.Administrator,
    };

    /// <summary>What <c>--role</c> takes, in Chinese or as <c>surface.md</c> names it; null for anything else.</summary>
    public static Role? RoleOf(string word) => RowReader.WordOf(Crooked.Fold(word), Words);

    public static (Officer Officer, Person Person) Read(RowReader row)
    {
        var id = Crooked.Fold(row.Must("sign_in")).ToLowerInvariant();
        if (id.Length > 0 && (!SignIn().IsMatch(id) || id is "system" or "public"))
            row.Refuse("sign_in", Refusal.Mend(null, "cell.sign-in", id));
        var roles = row.Several("roles", RoleOf, "cell.role", string.Join(" / ", Words.Keys.Take(Words.Count / 2)));
        var villages = row.Several<VillageCode>("villages", RowReader.VillageOf, "cell.village-code", "");
        if (!row.Has("roles")) row.Refuse("roles", Refusal.Mend(null, "cell.missing"));
        if (villages.Count == 0 && roles.Any(r => r is Role.Village or Role.FinanceGroup or Role.Supervision))
            row.Refuse("villages", Refusal.Mend(null, "cell.villages-missing"));
        var person = new Person(
            $"o-{id}", row.Must("name"), row.May("id_number"), row.May("phone"), row.May("bank_account"), row.May("address"));
        return (new(new(id), new(person.Id), row.Words("unit"), roles, villages), person);
    }

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var stored = 0;
        var inFile = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in run.Rows)
        {
            var (officer, person) = Read(row);
            foreach (var unknown in officer.Villages.Where(v => !run.Entry.Rules.Villages.ContainsKey(v)))
                row.Refuse("villages", Refusal.NotNow("village.unknown", unknown.Value));
            if (!run.IsSound(row, "sign_in", officer.Id.Value)) continue;
            if (await run.Entry.Documents.LoadAsync<OfficerOnDuty>(officer.Id.Value, run.Entry.Cancelled) is { } known)
            {
                var first = await run.FirstAsync<OfficerAppointed>(StreamKey.Of(officer.Id));
                ImportRun.Compare(row, "sign_in", officer.Id.Value, officer, known.Officer, first.Officer);
                await run.ComparePersonAsync(row, "sign_in", officer.Id.Value, person);
                continue;
            }
            if (person.IdNumber is { } number && await SignInOfAsync(run, number, inFile) is { } other)
            {
                row.Refuse("id_number", Refusal.Mend(null, "cell.same-person", other));
                continue;
            }
            run.Entry.Append(StreamKey.Of(officer.Id), 0, new OfficerAppointed(officer, run.At));
            run.Entry.Documents.Store(new OfficerOnDuty(officer.Id.Value, officer, officer.Id.Value));
            run.Entry.Documents.Store(person);
            if (person.IdNumber is { } own) inFile[own] = officer.Id.Value;
            stored++;
        }
        return stored;
    }

    /// <summary>Guards compare persons by their sign-in, so nobody may have two; null when this person has none yet.</summary>
    private static async Task<string?> SignInOfAsync(ImportRun run, string idNumber, Dictionary<string, string> inFile) =>
        inFile.GetValueOrDefault(idNumber)
        ?? (await run.Entry.Documents.Query<Person>().Where(p => p.IdNumber == idNumber).ToListAsync(run.Entry.Cancelled))
            .Select(p => p.Id).FirstOrDefault(id => id.StartsWith("o-", StringComparison.Ordinal))?[2..];

    [GeneratedRegex(@"^[a-z0-9-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex SignIn();
}
