using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Access;

/// <param name="Key">short and lasting, for example <c>wang-hong</c>: the officer's id, sign-in name and import key</param>
/// <param name="Name">the officer's own name; stands in a deletable document only</param>
/// <param name="Unit">in whose name the officer acts, as the public reads it</param>
/// <param name="IdNumber">says which human being this is; only its keyed hash is kept</param>
public sealed record Appointment(
    string Key, string Name, Text Unit, IReadOnlyList<Role> Roles, IReadOnlyList<VillageCode> Villages, string? IdNumber)
{
    public string? Phone { get; init; }

    public string? BankAccount { get; init; }

    public string? Address { get; init; }
}

/// <summary>
/// All sign-ins of the office with the human beings behind them, as one act finds them: what the law needs to know about a person beside
/// the one sign-in that it decides on.
/// </summary>
public sealed class Personnel
{
    private readonly Entry entry;
    private readonly List<OfficerOnRecord> rows;
    private readonly List<Person> persons;
    private readonly IReadOnlyList<Person> relatives;
    private readonly bool isFirst;

    private Personnel(Entry entry, IReadOnlyList<OfficerOnRecord> rows, IReadOnlyList<Person> persons, IReadOnlyList<Person> relatives)
    {
        (this.entry, this.rows, this.persons, this.relatives, isFirst) = (entry, [.. rows], [.. persons], relatives, rows.Count == 0);
        if (!entry.Identity.Exists && persons.Any(p => p.IdHash is not null)) KeyLost = Refusal.Wait("officer.key-lost");
    }

    /// <summary>Held until the act is saved or dropped: two appointments of one person at once would not see each other.</summary>
    public static Task LockAsync(Entry entry) => entry.LockAsync("officers", shared: false);

    /// <summary>After <see cref="LockAsync"/>.</summary>
    public static async Task<Personnel> LoadAsync(Entry entry)
    {
        var rows = await entry.Documents.Query<OfficerOnRecord>().ToListAsync(entry.Cancelled);
        string[] ids = [.. rows.Select(r => r.Officer.Person.Value).Distinct()];
        string[] kin = [.. rows.SelectMany(r => r.Interests).Select(i => i.Relative?.Value).OfType<string>()];
        return new(
            entry, rows, await entry.Documents.LoadManyAsync<Person>(entry.Cancelled, ids),
            kin.Length == 0 ? [] : await entry.Documents.LoadManyAsync<Person>(entry.Cancelled, kin));
    }

    /// <summary>Under a new key nobody would be known again, and one human being would be two; null while all is well.</summary>
    public Refusal? KeyLost { get; }

    public IReadOnlyList<Officer> Others(Officer than) => Others(rows, than);

    public bool IsLastAdministrator(OfficerId one) => IsLastAdministrator(rows, one);

    /// <summary>What else this person holds or is to hold, by other sign-ins that have not ended.</summary>
    public static IReadOnlyList<Officer> Others(IEnumerable<OfficerOnRecord> rows, Officer than) =>
        [.. rows.Where(r => !r.IsEnded && r.Officer.Id != than.Id && r.Officer.Person == than.Person).SelectMany(r => r.Held)];

    public IReadOnlyList<Officer> Kin(PersonId person) => Kin(rows, persons, relatives, person);

    /// <summary>Of somebody whose document may not be written yet.</summary>
    private IReadOnlyList<Officer> KinOf(PersonId person, IdentityNumber number) =>
        Kin(rows, [.. persons, new Person(person.Value, "", IdHash: entry.Identity.HashOf(number))], relatives, person);

    /// <summary>Sign-ins of near relatives, whichever of the two has declared it.</summary>
    /// <param name="persons">of the sign-ins</param>
    /// <param name="relatives">of what they have declared</param>
    public static IReadOnlyList<Officer> Kin(
        IReadOnlyList<OfficerOnRecord> rows, IEnumerable<Person> persons, IEnumerable<Person> relatives, PersonId person)
    {
        var known = persons.Where(p => p.IdHash is not null).GroupBy(p => p.IdHash!).ToDictionary(g => g.Key, g => g.First().Id);
        var meant = relatives.Where(p => p.IdHash is { } hash && known.ContainsKey(hash)).ToDictionary(p => p.Id, p => known[p.IdHash!]);
        IEnumerable<string> DeclaredBy(OfficerOnRecord row) =>
            row.Interests.Select(i => i.Relative is { } id ? meant.GetValueOrDefault(id.Value) : null).OfType<string>();
        var kin = rows.Where(r => r.Officer.Person == person).SelectMany(DeclaredBy)
            .Concat(rows.Where(r => DeclaredBy(r).Contains(person.Value)).Select(r => r.Officer.Person.Value)).ToHashSet();
        return [.. rows.Where(r => !r.IsEnded && kin.Contains(r.Officer.Person.Value)).SelectMany(r => r.Held)];
    }

    /// <summary>Whether this is an administrator beside whom no other is on duty.</summary>
    public static bool IsLastAdministrator(IEnumerable<OfficerOnRecord> rows, OfficerId one)
    {
        var administrators = rows.Where(r => r.IsOnDuty && r.Officer.Roles.Contains(Role.Administrator)).Select(r => r.Officer.Id).ToList();
        return administrators is [var only] && only == one;
    }

    /// <summary>The person with this identity number; null when there is none yet. Documents of earlier versions hold the number.</summary>
    public Person? Of(IdentityNumber number)
    {
        var hash = entry.Identity.HashOf(number);
        return persons.Find(p => p.IdHash == hash || p.IdNumber == number.Value);
    }

    /// <summary>
    /// Appointed at once into a store without officers, else proposed. The person's document is written with the first sign-in and never
    /// again: a later one renames nobody.
    /// </summary>
    public async Task<Refusal?> ProposeAsync(Appointment a, Officer by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(a.IdNumber)) return Refusal.Mend("id_number", "officer.no-id-number");
        if (IdentityNumber.Parse(a.IdNumber) is not { } number) return Refusal.Mend("id_number", "officer.id-number");
        if (new Text(a.Name) is { IsEmpty: true } or { IsClean: false }) return Refusal.Mend("name", "officer.nameless", a.Key);
        if (KeyLost is { } lost) return lost;
        var known = Of(number);
        var officer = new Officer(new(a.Key), new(known?.Id ?? $"o-{a.Key}"), a.Unit, a.Roles, a.Villages);
        // What was declined may have been declined for its name.
        var isNamed = known is not null && rows.Exists(r => r.Officer.Person == officer.Person && r.State != "Declined");
        if (isNamed && known!.Name != a.Name) return Refusal.Mend("name", "officer.other-name");

        var file = await entry.LoadAsync(StreamKey.Of(officer.Id), OfficerDecider.Law);
        var propose = new OfficerCommand.Propose(officer, Others(officer), isFirst, by, at) { Kin = KinOf(officer.Person, number) };
        if (entry.Decide(file, propose) is { } no) return no;
        rows.Add(new(file.Key, officer, "Proposed", officer, at));
        if (isNamed) return null;
        var person = new Person(
            officer.Person.Value, a.Name, null, a.Phone, a.BankAccount, a.Address, entry.Identity.HashOf(number));
        persons.RemoveAll(p => p.Id == person.Id);
        persons.Add(person);
        entry.Documents.Store(person);
        return null;
    }
}
