using Marten;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Cases;
using Transparency.Portal.Demo;
using Transparency.Portal.Importing;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Tests.Office;
using Transparency.Portal.Tests.Operations;
using Transparency.Portal.Tests.Store;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Escrow;

/// <summary>
/// Reporting clerk, bookkeeper, finance group and supervision of one month are four persons. <see cref="Everyone"/> holds every role and tries each part after having had another,
/// by form, by crafted post, by the acts that scenario files run, and by file.
/// </summary>
public sealed class FourHandsTests(CaseOffice office) : IClassFixture<CaseOffice>, IAsyncLifetime
{
    private static readonly string[] Own = ["escrow.other-hand", "voucher.own-entry", "statement.own-statement", "statement.own-check"];

    private readonly string folder = Directory.CreateTempSubdirectory("hands").FullName;

    /// <summary>As the office knows who signs in.</summary>
    private Officer one = null!;

    public async Task InitializeAsync()
    {
        await using var session = office.Host.Store.QuerySession();
        one = (await session.LoadAsync<OfficerOnRecord>($"officer/{Everyone.Id.Value}"))!.Officer;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Who_entered_a_voucher_neither_books_nor_checks_nor_signs()
    {
        const string of = "09/2025-01";
        await EnteredAsync(of, one);
        await RefusedAsync(of, "book-vouchers");
        await RefusedAsync(of, "refuse-voucher", new() { ["voucher"] = "1", ["reason"] = "退" });
        await RefusedAsync(of, "prepare-statement");
        await PreparedAsync(of);
        await RefusedAsync(of, "check-statement", pinned: true);
        await RefusedAsync(of, "return-statement", new() { ["reason"] = "退" });
        await PinnedAsync(of, "check-statement", FinanceGroup);
        await RefusedAsync(of, "sign-statement", pinned: true);
        await PinnedAsync(of, "sign-statement", Supervision);
    }

    [Fact]
    public async Task Who_booked_neither_enters_nor_checks_nor_signs()
    {
        const string of = "09/2025-03";
        await EnteredAsync(of, OtherClerk, "1");
        await office.ActAsync("book-vouchers", of, one);
        await RefusedAsync(of, "enter-voucher", Paper(of, "2"));
        await RefusedAsync(of, "reword-voucher", Paper(of, "1", "改字"), query: "?voucher=1");
        await PreparedAsync(of, booked: true);
        await RefusedAsync(of, "check-statement", pinned: true);
        await PinnedAsync(of, "check-statement", FinanceGroup);
        await RefusedAsync(of, "sign-statement", pinned: true);
    }

    [Fact]
    public async Task Who_checked_neither_enters_nor_books_nor_prepares_nor_signs()
    {
        const string of = "09/2025-05";
        await EnteredAsync(of, OtherClerk);
        await PreparedAsync(of);
        await PinnedAsync(of, "check-statement", one);
        await RefusedAsync(of, "sign-statement", pinned: true);
        await RefusedAsync(of, "enter-voucher", Paper(of, "2"));
        await EnteredAsync(of, OtherClerk, "3");
        await RefusedAsync(of, "book-vouchers");
        await RefusedAsync(of, "prepare-statement");
    }

    [Fact]
    public async Task Who_returned_it_as_supervision_has_no_other_part()
    {
        const string of = "09/2025-07";
        await EnteredAsync(of, OtherClerk);
        await PreparedAsync(of);
        await PinnedAsync(of, "check-statement", FinanceGroup);
        await office.ActAsync("return-statement", of, one, new() { ["reason"] = "附件不全" });
        await RefusedAsync(of, "enter-voucher", Paper(of, "2"));
        await RefusedAsync(of, "prepare-statement");
        await office.ActAsync("prepare-statement", of, Bookkeeper);
        await RefusedAsync(of, "check-statement", pinned: true);
    }

    [Fact]
    public async Task A_file_gives_no_second_hand()
    {
        await EnteredAsync("09/2025-09", one);
        Assert.Equal(["escrow.other-hand"], await ImportedAsync("bank", "account,date,income,expense,balance\n09,2025-09-04,5,,5\n"));
        Assert.Empty(await ImportedAsync("bank", "account,date,income,expense,balance\n09,2025-11-04,5,,5\n"));
        Assert.Equal(["escrow.other-hand"], await ImportedAsync("vouchers", "village,date,voucher,summary,income,expense,item\n09,2025-11-04,1,利息,5,,50401\n"));
    }

    [Fact]
    public async Task A_scenario_gives_no_second_hand()
    {
        await using var town = await ScratchTown.NewAsync(folder);
        var at = Shanghai.At(new(2026, 8, 1), new(9, 0));
        await ImportFile.RunAsync(town.Open.Ledger, FileKinds.Import("villages")!, Path.Combine(Scenario.Folder, "villages.csv"), ScratchTown.Installer, at, dryRun: false, default);
        await EarlierOfficers.AppointAsync(town.Open.Ledger, new("one-man"), new("固堤场村"), [.. Enum.GetValues<Role>()], [new("09")], at);
        var path = Path.Combine(folder, "acts.csv");
        await File.WriteAllTextAsync(path, """
            at,officer,act,subject,fields
            2026-08-03 09:00,one-man,enter-voucher,09/2026-08,"voucher=1
            date=2026-08-03
            summary=利息
            item=50401
            income=5"
            2026-08-03 09:10,one-man,refuse-voucher,09/2026-08,"voucher=1
            reason=退"

            """);
        var refused = await Assert.ThrowsAsync<CannotRun>(() => new RunScenario(town.Open, Scenario.Read(path)).RunAsync(new Progress<(int, int)>()));
        Assert.Contains("escrow.other-hand", refused.Why.Arguments.OfType<string>().Last(), StringComparison.Ordinal);
        await using var session = town.Open.Store.QuerySession();
        Assert.Null(await session.Events.FetchStreamStateAsync("trust/2026-08"));
    }

    /// <summary>No form is offered, a post that no page offers is turned away, and so is the act itself; nothing is appended.</summary>
    private async Task RefusedAsync(string of, string act, Dictionary<string, string>? fields = null, bool pinned = false, string query = "")
    {
        fields ??= [];
        if (pinned) fields["hash"] = await HashAsync(of);
        var before = await VersionsAsync(of);
        var visitor = await office.Host.SignedInAsync(Everyone);
        var page = await visitor.GoAsync($"/office/statements/{of}{query}");
        Assert.Null(page.Page.QuerySelector($"#act-{act} button"));
        var form = new Dictionary<string, string>(fields) { ["token"] = Visitor.FieldsOf(page, ".who form")["token"], ["version"] = $"{(act.EndsWith("voucher", StringComparison.Ordinal) && act != "refuse-voucher" ? before.Book : before.Statement)}" };
        Assert.Equal(403, (await visitor.PostAsync($"/office/statements/{of}/acts/{act}", form)).Status);
        if (act == "enter-voucher") Assert.Equal(403, (await visitor.PostAsync($"/office/statements/{of}/entry", form)).Status);
        var outcome = await ActTable.RunAsync(office.Host.Ledger, new(act, of, fields, one, office.Host.Clock.GetUtcNow(), null) { Via = "scenario" }, default);
        Assert.Contains(Assert.IsType<Outcome.Refused>(outcome).Why.Code, Own);
        Assert.Equal(before, await VersionsAsync(of));
    }

    private Task EnteredAsync(string of, Officer by, string number = "1") => office.ActAsync("enter-voucher", of, by, Paper(of, number));

    private static Dictionary<string, string> Paper(string of, string number, string summary = "利息") =>
        new() { ["voucher"] = number, ["date"] = $"{of[3..]}-03", ["summary"] = summary, ["item"] = "50401", ["income"] = "5" };

    /// <summary>Everything until the check, by those whose part it is.</summary>
    private async Task PreparedAsync(string of, bool booked = false)
    {
        if (!booked) await office.ActAsync("book-vouchers", of, Bookkeeper);
        // Only the village's first month is opened; the others stand on their own here.
        await using (var session = office.Host.Store.LightweightSession())
        {
            var version = (await session.Events.FetchStreamStateAsync($"book/{of}"))!.Version;
            session.Events.Append($"book/{of}", version + 1, new Contracts.Escrow.Ledgers.BookOpened(new(of[..2]), Month.Parse(of[3..])!.Value, Yuan.Zero, [], Bookkeeper.Sign(office.Host.Clock.GetUtcNow())));
            await session.SaveChangesAsync();
        }
        Assert.Empty(await ImportedAsync("bank", $"account,date,income,expense,balance\n{of[..2]},{of[3..]}-04,5,,5\n", Bookkeeper));
        await office.ActAsync("prepare-statement", of, Bookkeeper);
    }

    private async Task PinnedAsync(string of, string act, Officer by) => await office.ActAsync(act, of, by, new() { ["hash"] = await HashAsync(of) });

    private async Task<string> HashAsync(string of)
    {
        await using var session = office.Host.Store.QuerySession();
        return (await ActTable.All["check-statement"].Pins!(session, await new RulesInForce().ReadAsync(session), of, default))!.Value.Value;
    }

    private async Task<(long Book, long Trust, long Bank, long Statement)> VersionsAsync(string of) =>
        (await office.VersionAsync($"book/{of}"), await office.VersionAsync($"trust/{of[3..]}"), await office.VersionAsync($"bank/{of}"), await office.VersionAsync($"statement/{of}"));

    private async Task<IReadOnlyList<string>> ImportedAsync(string kind, string content, Officer? by = null)
    {
        var path = Path.Combine(folder, "in.csv");
        await File.WriteAllTextAsync(path, content);
        var result = await ImportFile.RunAsync(office.Host.Ledger, FileKinds.Import(kind)!, path, by ?? one, office.Host.Clock.GetUtcNow(), dryRun: false, default);
        return [.. result.Findings.Select(f => f.Why.Code)];
    }
}
