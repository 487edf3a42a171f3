using Transparency.Bench;
using Transparency.Bench.Sampling;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Operations;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Tests.Publication;

/// <summary>After a commit only its rows are read; what no hint named is found by the next comparison, and a register knows by what it differs.</summary>
public sealed class HintedReadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sunshine-hint-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_hint_shows_its_own_rows_and_a_comparison_all()
    {
        await using var town = await ScratchTown.NewAsync(folder);
        await FillStore.RunAsync(town.Open, 20, 1, new Progress<(int, int)>());
        var waiting = await WaitingDeclarations.AddAsync(town.Open, 2, CancellationToken.None);
        var reader = new ReadRegister(town.Open.Store, PortalStreams.All, town.Open.ConnectionString);
        var before = (await reader.ReadAsync(hinted: null, CancellationToken.None))!;
        foreach (var id in waiting) await ApproveAsync(town, before, id);

        var hinted = (await reader.ReadAsync([StreamKey.Of(waiting[0])], CancellationToken.None))!;
        Assert.Equal([(PublicStatus.Approved), PublicStatus.WindowClosed], waiting.Select(id => hinted.Find<DeclarationOnRegister>(StreamKey.Of(id))!.Status));
        Assert.Equal(StreamKey.Of(waiting[0]), Assert.Single(hinted.ChangesSince(before)).After!.Id);

        var all = (await reader.ReadAsync(hinted: null, CancellationToken.None))!;
        var fresh = (await new ReadRegister(town.Open.Store, PortalStreams.All, town.Open.ConnectionString).ReadAsync(hinted: null, CancellationToken.None))!;
        Assert.Equal(StreamKey.Of(waiting[1]), Assert.Single(all.ChangesSince(hinted)).After!.Id);
        Assert.Equal(fresh.Rows.Keys.Order(StringComparer.Ordinal), all.Rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((fresh.Acts, 2), (all.Acts, all.ChangesSince(before).Count));
        Assert.Same(all, await reader.ReadAsync(hinted: null, CancellationToken.None));
    }

    [Fact]
    public async Task What_an_approval_repeats_is_held_once()
    {
        await using var town = await ScratchTown.NewAsync(folder);
        await FillStore.RunAsync(town.Open, 5, 1, new Progress<(int, int)>());
        var register = (await new ReadRegister(town.Open.Store, PortalStreams.All, town.Open.ConnectionString).ReadAsync(hinted: null, CancellationToken.None))!;
        Assert.All(register.Rows.Values.OfType<DeclarationOnRegister>(), d => Assert.Same(d.Editions[0].Section, d.Current.Section));
    }

    private static async Task ApproveAsync(ScratchTown town, PublicRegister register, DeclarationId id)
    {
        var approver = (await SampleStaff.ReadAsync(town.Open, CancellationToken.None)).Approver;
        var hash = register.Find<DeclarationOnRegister>(StreamKey.Of(id))!.Current.Hash;
        var outcome = await ActTable.RunAsync(town.Open.Ledger, new("approve", id.Value, new Dictionary<string, string> { ["hash"] = hash.Value }, approver, town.Open.Clock.GetUtcNow(), null), CancellationToken.None);
        Assert.IsType<Outcome.Done>(outcome);
    }
}
