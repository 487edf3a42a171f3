using System.Text.RegularExpressions;
using Transparency.Contracts;
using Transparency.Contracts.Officers;
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
        Must("id_number"), May("phone"), May("bank_account"), May("address"),
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

    public static Appointment Read(RowReader row)
    {
        var id = Crooked.Fold(row.Must("sign_in")).ToLowerInvariant();
        if (id.Length > 0 && (!SignIn().IsMatch(id) || id is "system" or "public"))
            row.Refuse("sign_in", Refusal.Mend(null, "cell.sign-in", id));
        var roles = row.Several("roles", RoleOf, "cell.role", string.Join(" / ", Words.Keys.Take(Words.Count / 2)));
        var villages = row.Several<VillageCode>("villages", RowReader.VillageOf, "cell.village-code", "");
        if (!row.Has("roles")) row.Refuse("roles", Refusal.Mend(null, "cell.missing"));
        if (villages.Count == 0 && roles.Any(r => r is Role.Village or Role.FinanceGroup or Role.Supervision))
            row.Refuse("villages", Refusal.Mend(null, "cell.villages-missing"));
        var number = Crooked.Fold(row.Must("id_number"));
        if (number.Length > 0 && IdentityNumber.Parse(number) is null) row.Refuse("id_number", Refusal.Mend(null, "officer.id-number"));
        return new(id, row.Must("name"), row.Words("unit"), roles, villages, number)
        {
            Phone = row.May("phone"), BankAccount = row.May("bank_account"), Address = row.May("address"),
        };
    }

    /// <summary>Into a store without officers they are appointed, else proposed: another administrator confirms them.</summary>
    public static async Task<int> EnterAsync(ImportRun run)
    {
        await Personnel.LockAsync(run.Entry);
        var (personnel, stored) = (await Personnel.LoadAsync(run.Entry), 0);
        foreach (var row in run.Rows)
        {
            var a = Read(row);
            foreach (var unknown in a.Villages.Where(v => !run.Entry.Rules.Villages.ContainsKey(v)))
                row.Refuse("villages", Refusal.NotNow("village.unknown", unknown.Value));
            if (!run.IsSound(row, "sign_in", a.Key)) continue;
            if (personnel.KeyLost is { } lost) row.Refuse("id_number", lost);
            else if (await KnownAsync(run, a.Key) is { } known)
                await CompareAsync(run, row, a, known, personnel.Of(IdentityNumber.Parse(a.IdNumber)!));
            else if (await personnel.ProposeAsync(a, run.By, run.At) is { } no) row.Refuse(no.Field ?? "sign_in", no);
            else stored++;
        }
        return stored;
    }

    private static Task<OfficerOnRecord?> KnownAsync(ImportRun run, string key) =>
        run.Entry.Documents.LoadAsync<OfficerOnRecord>(StreamKey.Of(new OfficerId(key)), run.Entry.Cancelled);

    /// <summary>With what stands now, with what waits, and with what stood when the sign-in came in.</summary>
    private static async Task CompareAsync(ImportRun run, RowReader row, Appointment a, OfficerOnRecord known, Person? person)
    {
        var first = await run.FirstAsync<OfficerEvent>(known.Id) switch
        {
            OfficerAppointed x => x.Officer,
            OfficerProposed x => x.Officer,
            var other => throw new InvalidOperationException($"no sign-in begins with {other.GetType().Name}"),
        };
        var given = new Officer(new(a.Key), new(person?.Id ?? $"o-{a.Key}"), a.Unit, a.Roles, a.Villages);
        ImportRun.Compare(row, "sign_in", a.Key, given, known.Officer, known.Waiting ?? known.Officer, first);
        if (row.Findings.Count > 0) return;
        if (person is null)
        {
            // Another number than the one on record; one that was never taken down cannot be compared.
            var own = await run.Entry.Documents.LoadAsync<Person>(known.Officer.Person.Value, run.Entry.Cancelled);
            if (own is { IdHash: not null } or { IdNumber: not null })
                row.Refuse("id_number", Refusal.Mend(null, "import.differs", a.Key));
            return;
        }
        // The document was written with the person's first sign-in; a later one gives no more than the name.
        string?[] values = [a.Name, a.Phone, a.BankAccount, a.Address];
        string?[] stored = [person.Name, person.Phone, person.BankAccount, person.Address];
        if (person.Id == $"o-{a.Key}") ImportRun.Compare(row, "sign_in", a.Key, values, stored);
        else ImportRun.Compare(row, "name", a.Key, a.Name, person.Name);
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex SignIn();
}
