using Marten;
using Marten.Linq.MatchesSql;
using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Disk;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Access;

/// <summary>
/// Whose papers an officer may not touch, as they stand now: those of himself and of whom he has declared, by whatever sign-in. A paper
/// with an identity number is compared by its hash, one without by the name.
/// </summary>
public static class OwnInterests
{
    public static async Task<Officer> WithInterestsAsync(
        this Officer officer, IQuerySession session, IdentityKey identity, CancellationToken ct)
    {
        if (officer.Id == Officer.System.Id) return officer;
        var rows = await session.Query<OfficerOnRecord>()
            .Where(o => o.MatchesSql("d.data -> 'officer' ->> 'person' = ?", officer.Person.Value)).ToListAsync(ct);
        var declared = rows.SelectMany(r => r.Interests).ToList();
        string[] own = [officer.Person.Value, .. declared.Select(i => i.Relative?.Value).OfType<string>()];
        var people = await session.LoadManyAsync<Person>(ct, own);
        string[] hashes = [.. people.Select(p => p.IdHash).OfType<string>()];
        string[] names = [.. people.Select(p => p.Name).Where(n => n.Length > 0)];
        var interests = new Interests(
            new HashSet<PersonId>(), declared.Select(i => i.Firm).OfType<string>().Select(Interests.FirmKey).ToHashSet(),
            hashes.ToHashSet(), names.ToHashSet());
        var papers = await session.Query<Person>().Where(p => p.IdHash.IsOneOf(hashes) || p.Name.IsOneOf(names)).ToListAsync(ct);
        var touched = papers.Where(p => !own.Contains(p.Id) && interests.Touch(p.Name, HashOf(p, identity)));
        return officer with { Interests = interests with { Persons = touched.Select(p => new PersonId(p.Id)).ToHashSet() } };
    }

    /// <summary>
    /// Keeps what a paper says of a person, if the officer who brings it may: a new paper is on no record that could be compared later.
    /// </summary>
    public static Refusal? Keep(this Entry entry, Officer by, Person person, PublicName shown)
    {
        var known = person with { IdHash = HashOf(person, entry.Identity) };
        if (by.Interests.Touch(known.Name, known.IdHash)) return Concern.Found(shown);
        entry.Documents.Store(known);
        return null;
    }

    private static string? HashOf(Person person, IdentityKey identity) =>
        person.IdHash ?? (IdentityNumber.Parse(person.IdNumber) is { } number ? identity.HashOf(number) : null);
}
