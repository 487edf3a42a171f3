using Marten;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Demo;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Verbs.CommandLine;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Verbs;

/// <summary><c>demo [--once]</c>: an empty store becomes the demo town, is published and, without <c>--once</c>, served.</summary>
public static class Demo
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var clock = new PortalClock(TimeProvider.System, call.Settings.Today ?? PortalClock.DemoStart);
        await using var store = await OpenStore.OpenAsync(call.Settings, clock, call.Logs);
        var scenario = RunScenario.Of(store);
        switch (await scenario.StateAsync())
        {
            case DemoState.Other: return call.Refuse(Refusal.Mend(null, "demo.other-store"));
            case DemoState.Empty: await scenario.RunAsync(call.Progress("demo.making")); break;
        }
        await store.CatchUpAsync();
        var findings = await Publish.InLineAsync(store, call, rebuild: false);
        foreach (var finding in findings) call.Refuse(finding);
        if (findings.Count > 0) return Invocation.Refused;
        await ReportAsync(call, store);
        return call.Arguments.Has("--once")
            ? Invocation.Done
            : await Serve.RunAsync(call, store, address => PrintSignInsAsync(call, store, address));
    }

    private static async Task ReportAsync(Invocation call, OpenStore store)
    {
        await using var session = store.Store.QuerySession();
        var rules = await store.Rules.ReadAsync(session);
        call.Say("demo.counts", rules.Villages.Count,
            await session.Query<OfficerOnRecord>().CountAsync(), await session.Query<DeclarationOnRegister>().CountAsync(),
            await session.Query<AgreementOnRegister>().CountAsync(), await session.Query<ObjectionOnRegister>().CountAsync());
        call.Say("publish.done", call.Settings.SiteFolder);
    }

    private static async Task PrintSignInsAsync(Invocation call, OpenStore store, string address)
    {
        await using var session = store.Store.QuerySession();
        var officers = (await session.Query<OfficerOnRecord>().ToListAsync()).Where(o => o.IsOnDuty);
        foreach (var one in officers.OrderBy(o => o.Officer.Roles[0]).ThenBy(o => o.Id, StringComparer.Ordinal))
        {
            var token = await SignIn.IssueLinkAsync(store.Store, one.Officer.Id, SignIn.Now);
            var roles = string.Join(", ", one.Officer.Roles.Select(r => Invocation.Both($"role.{r}")));
            call.Out.WriteLine($"  {one.Key} ({roles}, {one.Officer.Unit.Zh}): {address}/office/sign-in/{token}");
        }
    }
}
