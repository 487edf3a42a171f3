using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Access;

/// <param name="Key">short and lasting, for example <c>wang-hong</c>: the officer's id, sign-in name and import key</param>
/// <param name="Name">the officer's own name; stands in a deletable document only</param>
/// <param name="Unit">in whose name the officer acts, as the public reads it</param>
public sealed record Appointment(
    string Key, string Name, Text Unit, IReadOnlyList<Role> Roles, IReadOnlyList<VillageCode> Villages, string? Phone = null);

/// <summary>Makes somebody an officer, or changes what an officer may do. The same appointment twice changes nothing.</summary>
public static class AppointOfficer
{
    public static Task<Outcome> RunAsync(Ledger ledger, Appointment a, Writer by, DateTimeOffset at, CancellationToken ct = default)
    {
        if (Fault(a) is { } no) return Outcome.No(no);
        var officer = new Officer(new(a.Key), new($"o-{a.Key}"), a.Unit, a.Roles, a.Villages);
        return ledger.WriteAsync(by, async entry =>
        {
            if (a.Villages.Cast<VillageCode?>().FirstOrDefault(v => !entry.Rules.Villages.ContainsKey(v!.Value)) is { } unknown)
                return Refusal.NotNow("village.unknown", unknown.Value);
            var key = StreamKey.Of(officer.Id);
            var known = await entry.Documents.LoadAsync<OfficerOnDuty>(a.Key, ct);
            if (known is null || !Same(known.Officer, officer))
                entry.Append(key, await entry.VersionAsync(key), new OfficerAppointed(officer, at));
            entry.Documents.Store(new Person(officer.Person.Value, a.Name, Phone: a.Phone));
            entry.Documents.Store(new OfficerOnDuty(a.Key, officer, a.Key));
            return null;
        }, ct);
    }

    private static Refusal? Fault(Appointment a) =>
        a.Key.Length is 0 or > 40 || !a.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? Refusal.Mend(null, "officer.key", a.Key)
        : a.Key is "system" or "public" ? Refusal.Mend(null, "officer.key", a.Key)
        : a.Roles.Count == 0 ? Refusal.Mend(null, "officer.no-role", a.Key)
        : new[] { new Text(a.Name), a.Unit }.Any(t => t.IsEmpty || !t.IsClean)
            ? Refusal.Mend(null, "officer.nameless", a.Key)
        : a.Villages.Count == 0 && a.Roles.Any(r => r is Role.Village or Role.FinanceGroup or Role.Supervision)
            ? Refusal.Mend(null, "officer.no-village", a.Key)
        : null;

    private static bool Same(Officer a, Officer b) =>
        a.Id == b.Id && a.Person == b.Person && a.Unit == b.Unit && a.Roles.SequenceEqual(b.Roles) && a.Villages.SequenceEqual(b.Villages);
}
