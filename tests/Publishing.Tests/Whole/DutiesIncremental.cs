using CsCheck;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Town;
using Transparency.Publishing.Tests.Duties;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Whole;

/// <summary>Random histories of reports, statements, leases and rent in two villages while the days pass and the town moves its due days: incremental = full, byte for byte.</summary>
public sealed class DutiesIncremental
{
    private static readonly VillageCode[] Villages = [DutyWorld.One, DutyWorld.Other];

    /// <summary>Short lives, and most acts on the day of the one before: a day that passes renders anew what an act forgot.</summary>
    private static readonly Gen<(int Act, int Village, int Days, int Any)[]> Lives =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1], Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 3]), (1, Gen.Int[4, 40])), Gen.Int[0, 40]).Array[2, 12];

    [Fact]
    public void Over_random_histories() => Lives.Sample(steps =>
    {
        var (world, today) = (new DutyWorld(), new DateOnly(2026, 7, 5));
        IncrementalEqualsFull.Holds(() => world.On(today), steps, step =>
        {
            today = today.AddDays(step.Days);
            Take(world, step.Act, Villages[step.Village], today, step.Any);
        });
    }, iter: Amount.OfRandom(16));

    private static void Take(DutyWorld world, int act, VillageCode village, DateOnly today, int any)
    {
        var lease = $"{village}-2025-L-000{1 + (any % 2)}";
        switch (act)
        {
            case 0: world.Report(village, "2026-Q2", today, nothing: any % 2 == 0); break;
            case 1: world.Report(village, "2026-Q3", today, nothing: any % 3 == 0); break;
            case 2: world.Statement(village, Month.Of(today).Previous.ToString(), today); break;
            case 3: world.Lease(lease, any % 2 == 0 ? new(2025, 5, 5) : today); break;
            case 4: world.Rent(lease, 2025, today); break;
            case 5: world.Lease($"{village}-2025-W-0009", today, Contracts.Agreements.AgreementKind.Works); break;
            case 6: world.History.Happened(new DeadlineRulesSet([.. SampleRules.Book.Deadlines.Rows.Select(r => r.Code == "REPORT_DUE" ? r with { Value = 1 + (any % 28) } : r)], Shanghai.At(today, new(8, 0)))); break;
            case 7: world.History.Happened(new ObligationsSet([SampleRules.Grants with { Frequency = any % 2 == 0 ? Frequency.Quarter : Frequency.Month }, SampleRules.RentOfYear], Shanghai.At(today, new(8, 0)))); break;
            case 8: world.Posted(village, any % 2 == 0 ? "2026-Q2" : "2026-Q3", today); break;
            default: break;
        }
    }
}
