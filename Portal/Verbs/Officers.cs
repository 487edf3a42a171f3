using System.Text.RegularExpressions;
using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Access;
using Transparency.Portal.Hosting;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Town;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary>
/// <c>officer add NAME --role ROLE [--village CODE]</c> proposes a sign-in, or appoints at once into a store without officers; the
/// identity number is read from standard input. <c>officer link KEY</c> hands out a new one-time link, <c>officer dismiss KEY</c> ends a
/// sign-in with all its sessions. Several roles or villages are parted by commas.
/// </summary>
public static partial class Officers
{
    private const string Via = "command-line";

    public static Task<int> RunAsync(Invocation call) =>
        (call.Words[0], call.Arguments["--role"], call.Arguments["--village"]) switch
    {
        ("add", { } roles, var villages) => AddAsync(call, roles, villages ?? ""),
        ("link", null, null) => LinkAsync(call, call.Words[1]),
        ("dismiss", null, null) => DismissAsync(call, call.Words[1]),
        _ => throw new UnusableArguments(),
    };

    private static async Task<int> AddAsync(Invocation call, string roleWords, string villageWords)
    {
        var roles = Parts(roleWords).Select(OfficerRows.RoleOf).ToList();
        var villages = Parts(villageWords).Select(RowReader.VillageOf).ToList();
        if (roles.Count == 0 || roles.Contains(null) || villages.Contains(null)) throw new UnusableArguments();
        if (call.Terminal) call.Error.WriteLine(Invocation.Both("officer.id-prompt"));
        var number = await call.In.ReadLineAsync();

        await using var store = await OpenStore.OpenAsync(call.Settings, call.Logs);
        var now = store.Clock.GetUtcNow();
        var rules = await store.RulesNowAsync();
        var name = call.Words[1];
        var key = Key().IsMatch(name) ? name : NewId.At(now);
        var appointment = new Appointment(
            key, name, UnitOf(rules, [.. villages.Select(v => v!.Value)]),
            [.. roles.Select(r => r!.Value)], [.. villages.Select(v => v!.Value)], number is null ? null : Crooked.Fold(number));
        if (await AppointOfficer.RunAsync(store.Ledger, [appointment], new("system", Via), now) is Outcome.Refused no)
            return call.Refuse(no.Why);

        await using var session = store.Store.QuerySession();
        if (await OfficerOnRecord.OnDutyAsync(session, key, default) is not null) return await LinkAsync(call, store, key, name);
        call.Say("officer.proposed", name, key, $"{call.Settings.PublicAddress}/office/officers/{key}");
        return Invocation.Done;
    }

    private static async Task<int> LinkAsync(Invocation call, string key)
    {
        await using var store = await OpenStore.OpenAsync(call.Settings, call.Logs);
        return await LinkAsync(call, store, key, null);
    }

    /// <param name="added">the name of who was appointed with it; null for a link alone</param>
    private static async Task<int> LinkAsync(Invocation call, OpenStore store, string key, string? added)
    {
        switch (await SignIn.IssueLinkAsync(store.Ledger, new(key), Officer.System, Via, store.Clock.GetUtcNow()))
        {
            case Result<string>.Refused no: return call.Refuse(no.Why);
            case Result<string>.Of(var token):
                var address = $"{call.Settings.PublicAddress}/office/sign-in/{token}";
                if (added is null) call.Say("officer.link", key, address);
                else call.Say("officer.added", added, key, address);
                break;
        }
        return Invocation.Done;
    }

    private static async Task<int> DismissAsync(Invocation call, string key)
    {
        await using var store = await OpenStore.OpenAsync(call.Settings, call.Logs);
        var outcome = await store.Ledger.WriteAsync(new("system", Via), async entry =>
        {
            await Personnel.LockAsync(entry);
            var file = await entry.LoadAsync(StreamKey.Of(new OfficerId(key)), OfficerDecider.Law);
            if (file.State is OfficerLife.None) return Refusal.NotNow("officer.unknown", key);
            var isLast = (await Personnel.LoadAsync(entry)).IsLastAdministrator(new(key));
            return entry.Decide(
                file, new OfficerCommand.Dismiss(Said.Of("officer.by-operator"), isLast, Officer.System, store.Clock.GetUtcNow()));
        });
        if (outcome is Outcome.Refused no) return call.Refuse(no.Why);
        call.Say("officer.ended", key);
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
