using System.Text.RegularExpressions;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Hosting;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary>
/// <c>officer add NAME --role ROLE [--village CODE]</c>: a sign-in, and a one-time link to it. Several roles or villages are parted by
/// commas.
/// </summary>
public static partial class OfficerAdd
{
    public static async Task<int> RunAsync(Invocation call)
    {
        if (call.Words[0] != "add" || call.Arguments["--role"] is not { } roleWords) throw new UnusableArguments();
        var roles = Parts(roleWords).Select(OfficerRows.RoleOf).ToList();
        var villages = Parts(call.Arguments["--village"] ?? "").Select(RowReader.VillageOf).ToList();
        if (roles.Count == 0 || roles.Contains(null) || villages.Contains(null)) throw new UnusableArguments();

        await using var store = await OpenStore.OpenAsync(call.Settings, call.Logs);
        var now = store.Clock.GetUtcNow();
        var rules = await store.RulesNowAsync();
        var name = call.Words[1];
        var key = Key().IsMatch(name) ? name : NewId.At(now);
        var appointment = new Appointment(
            key, name, UnitOf(rules, [.. villages.Select(v => v!.Value)]),
            [.. roles.Select(r => r!.Value)], [.. villages.Select(v => v!.Value)]);
        if (await AppointOfficer.RunAsync(store.Ledger, appointment, new("system", "command-line"), now) is Outcome.Refused no)
            return call.Refuse(no.Why);

        var token = await SignIn.IssueLinkAsync(store.Store, new(key), SignIn.Now);
        call.Say("officer.added", name, key, $"{call.Settings.PublicAddress}/office/sign-in/{token}");
        return Invocation.Done;
    }

    /// <summary>In whose name such a person acts, until somebody changes it: the village committee, or the town's government.</summary>
    private static Text UnitOf(RuleBook rules, List<VillageCode> villages) =>
        villages.Count == 1 && rules.Villages.TryGetValue(villages[0], out var village)
            ? new($"{village.Name.Zh}村委会", village.Name.En is { } en ? $"Committee of {en}" : null)
            : villages.Count > 0 ? new("村委会", "Village committee") : rules.Town.Government;

    private static string[] Parts(string words) =>
        Crooked.Fold(words).Split([',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
