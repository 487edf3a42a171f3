using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Tests.Store;

/// <summary>Officers as a store of an earlier version holds them: no identity number, nobody confirmed them, and whatever roles together.</summary>
internal static class EarlierOfficers
{
    public static async Task AppointAsync(Ledger ledger, OfficerId id, Text unit, IReadOnlyList<Role> roles, IReadOnlyList<VillageCode> villages, DateTimeOffset at) =>
        Assert.IsType<Outcome.Done>(await ledger.WriteAsync(new("test", "test"), entry =>
        {
            var officer = new Officer(id, new($"o-{id.Value}"), unit, roles, villages);
            entry.Append(StreamKey.Of(id), 0, new OfficerAppointed(officer, at));
            entry.Documents.Store(new Person(officer.Person.Value, $"名{id.Value}"));
            return Task.FromResult<Refusal?>(null);
        }));
}
