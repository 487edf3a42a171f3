using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Publication;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Operations;

/// <summary>Figures that only the database could have invented are written into the demo town, past its law; the check names each.</summary>
public sealed class InventedFiguresTests
{
    private static readonly TenderId Lamps = new("05-2026-W-0002");
    private static readonly AgreementId Pan = new("01-2025-L-0001");
    private static readonly Month August = new(2026, 8);

    [Fact]
    public async Task Each_is_found()
    {
        await using var demo = await DemoSite.NewAsync(publish: false);
        Assert.Empty(await FoundAsync(demo));
        var by = SampleOfficers.TownClerk.Sign(Shanghai.At(new(2026, 9, 17), new(10, 0)));
        var statement = (await LastAsync<StatementDisclosed>(demo, StreamKey.Statement(new(new("01"), August)))).Section;
        var rent = (await LastAsync<RentDisclosed>(demo, StreamKey.Rent(Pan, 2026))).Section;
        var paid = statement.Lines.First(l => l.Out > Yuan.Zero);

        // I1: ten times the sum, by one clerk.
        await WriteAsync(demo, StreamKey.Of(Lamps), new TenderContractChanged(9, 1, new(85_460_00), new(854_600_00), new("改价"), null, by));
        // I2: a voucher that no book has.
        await WriteAsync(demo, StreamKey.Of(Lamps), new TenderPaid(1, new(100), new(2026, 9, 12), "77", new VillageCode("05"), new Month(2026, 9), by));
        // I3: a contract from before its award, and a payment before any acceptance.
        await WriteAsync(demo, "tender/01-2026-W-0099",
            new TenderAwarded(1, [new(1, new("b1"), new(1000), null), new(2, new("b2"), new(1000), null)], new("最低价"), by),
            new TenderContractSigned(1, null, new(1000), new(2026, 9, 1), by), new TenderContractSigned(2, null, new(1000), new(2026, 9, 17), by),
            new TenderPaid(2, new(1000), new(2026, 9, 17), "78", new VillageCode("01"), new Month(2026, 9), by));
        // I5: what was public as due is one yuan now, and some of it came in by a voucher that nobody has.
        await WriteAsync(demo, StreamKey.Rent(Pan, 2026), new RentScheduled(Pan, 2026, [new(rent.Rows[0].Due, new(100))], by));
        var invented = rent with { Receipts = [.. rent.Receipts, new(new(2026, 8, 3), new(100), "9999")] };
        await WriteAsync(demo, StreamKey.Rent(Pan, 2026), new RentDisclosed(9, invented, invented.Hash, new(new(2026, 9, 1), by.Unit), new(new(2026, 9, 2), by.Unit), by, 1));
        // I6: money recovered without a voucher.
        await WriteAsync(demo, StreamKey.Case(new("saltpans-2026"), new("02-2025-L-0005")), new CleanUpDone(new(100_000_00), by));
        // I7, I9: a reversal shown as a new expense, and a payment that rests on a decision that nobody took.
        var edition = statement with
        {
            Lines = [.. statement.Lines.Select(l => l == paid ? l with { Reverses = new VoucherKey(August, "2608-001"), Deliberation = new DeliberationId("01-2026-D-0099") } : l)],
        };
        await WriteAsync(demo, StreamKey.Statement(new(new("01"), August)), new StatementDisclosed(9, edition, edition.Hash, new(new(2026, 9, 1), by.Unit), new(new(2026, 9, 2), by.Unit), by));

        // I10, I11: a second declaration on one vote, and a vote that nobody took.
        await WriteAsync(demo, "deliberation/04-2026-D-0001", new DeliberationCarried(new("another"), by));
        const string road = "declaration/k-jiajiahewu-road";
        var declared = (await LastAsync<DeclarationDeclared>(demo, road)).Section;
        var vote = declared with { Decision = declared.Decision! with { Voted = declared.Decision.Voted! with { What = new("修一条水泥路") } } };
        await WriteAsync(demo, road, new DeclarationDeclared(vote, vote.Hash, by));

        var found = await FoundAsync(demo);
        Assert.All(
            new[]
            {
                "check.change-by-one", "check.change-over", "check.paid-without-voucher", "check.contract-without-award", "check.paid-before-accepted",
                "check.rent-lowered", "check.rent-voucher", "check.cleanup-recovered", "check.statement-reversal", "check.statement-cover",
                "check.vote-used", "check.vote-differs",
            },
            code => Assert.Contains(code, found));
    }

    private static async Task<HashSet<string>> FoundAsync(DemoSite demo) => [.. (await CheckStore.RunAsync(demo.Store.Store, PortalStreams.All)).Select(f => f.Code)];

    private static async Task<T> LastAsync<T>(DemoSite demo, string stream)
    {
        await using var session = demo.Store.Store.QuerySession();
        return (await session.Events.FetchStreamAsync(stream)).Select(e => e.Data).OfType<T>().Last();
    }

    private static async Task WriteAsync(DemoSite demo, string stream, params object[] events) =>
        Assert.IsType<Outcome.Done>(await demo.Store.Ledger.WriteAsync(new("test", "test"), async entry =>
        {
            entry.Append(stream, await entry.VersionAsync(stream), events);
            return null;
        }));
}
