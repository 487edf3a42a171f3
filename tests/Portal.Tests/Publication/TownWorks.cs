using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Publication;

/// <summary>A declaration of the demo town on its way, act by act.</summary>
public static class TownWorks
{
    public static async Task<DeclarationId> DraftAsync(OpenStore store, string name, DateTimeOffset at)
    {
        var id = new DeclarationId(name);
        await MustAsync(store, "draft", id, SampleOfficers.TownClerk, at, new()
        {
            ["title"] = $"镇级工程（{name}）", ["matter"] = "town-works", ["what"] = "修一段路", ["for_whom"] = "待定", ["ask"] = "镇经管站", ["sources"] = "镇财政|Town = 10000.00",
        });
        return id;
    }

    /// <summary>Drafted, declared and reviewed.</summary>
    public static async Task<DeclarationId> PassAsync(OpenStore store, string name, DateTimeOffset at)
    {
        var id = await DraftAsync(store, name, at);
        await MustAsync(store, "declare", id, SampleOfficers.TownClerk, at);
        await MustAsync(store, "pass-review", id, SampleOfficers.Reviewer, at);
        return id;
    }

    /// <summary>The same, and its window opened.</summary>
    public static async Task<DeclarationId> OpenAsync(OpenStore store, string name, DateTimeOffset at)
    {
        var id = await PassAsync(store, name, at);
        await MustAsync(store, "open-window", id, SampleOfficers.Reviewer, at);
        return id;
    }

    public static async Task MustAsync(
        OpenStore store, string act, DeclarationId id, Officer by, DateTimeOffset at, Dictionary<string, string>? fields = null)
    {
        var outcome = await TryAsync(store, act, id, by, at, fields);
        Assert.True(outcome is Outcome.Done, $"{act} {id}: {outcome}");
    }

    public static async Task<Outcome> TryAsync(
        OpenStore store, string act, DeclarationId id, Officer by, DateTimeOffset at, Dictionary<string, string>? fields = null)
    {
        fields ??= [];
        if (ActTable.All[act].Pins is not null)
        {
            await using var session = store.Store.QuerySession();
            fields["hash"] = (await ReadDeclaration.ByIdAsync(session, await store.RulesNowAsync(), id))!.HashToPin!.Value.Value;
        }
        return await ActTable.RunAsync(store.Ledger, new(act, id.Value, fields, by, at, null));
    }
}
