using CsCheck;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Whole;

/// <summary>Random histories of two inspections and of the statements that stand beside them: incremental = full, byte for byte; and nothing of a village is told before its result is public.</summary>
public sealed class InspectionsIncremental
{
    private static readonly SiteSettings Settings = new("http://127.0.0.1:8080", [Language.Zh, Language.En]);

    private static readonly Gen<(int Act, int Which, int Any)[]> Lives = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1], Gen.Int[0, 40]).Array[5, 40];

    [Fact]
    public void Over_random_histories() => Lives.Sample(steps =>
    {
        var world = new World();
        IncrementalEqualsFull.Holds(() => world.Site, steps, step => world.Take(step.Act, step.Which, step.Any));
    }, iter: Amount.OfRandom(6));

    [Fact]
    public void A_statement_says_that_its_month_was_inspected_once_the_result_is_public()
    {
        var world = new World();
        foreach (var act in new[] { 8, 0, 1, 2 }) world.Take(act, 0, 0);
        Assert.DoesNotContain("这个月的账镇里查过", world.Statement(), StringComparison.Ordinal);
        world.Take(3, 0, 0);
        Assert.Contains("href=\"../../../../inspections/2026/1/index.html#v09\"", world.Statement(), StringComparison.Ordinal);
        Assert.Contains("没有发现问题", world.Statement(), StringComparison.Ordinal);
    }

    private sealed class World
    {
        private readonly SampleHistory history = new();
        private readonly Dictionary<InspectionId, Inspection> states = [];
        private int statements;
        private DateTimeOffset at = SampleHistory.Start.AddDays(30);

        public SiteModel Site => new(history.Register, Shanghai.DayOf(at), Settings);

        private Signature By => SampleOfficers.Reviewer.Sign(at);

        public string Statement() => System.Text.Encoding.UTF8.GetString(SitePages.Statement(Site, Site.In<StatementOnRegister>(Slices.Statement(SampleLedgers.Section.Of())).First(), Language.Zh).AsSpan());

        public void Take(int act, int which, int any)
        {
            at = at.AddDays(any % 5);
            var id = new InspectionId($"2026-{which + 1}");
            var state = states.GetValueOrDefault(id, new Inspection.None());
            var plan = (state as Inspection.Known)?.Plan;
            VillageCode[] villages = [SampleRules.Gudichang, SampleRules.Jiajiahewu];
            var village = villages[any % 2];
            var found = any % 2 == 0 && any % 4 == 0 ? 0 : 2;
            switch (act)
            {
                case 0 when plan is null: Happened(id, new InspectionPlanned(PlanOf(id), By)); break;
                case 1 when state is Inspection.Planned: Happened(id, new InspectionNumberCalled(any + 1, By)); break;
                case 2 when state is Inspection.Called c: Happened(id, new InspectionVillagesDrawn(DrawRecipe.Of("half-of-the-town-2026", c.Number, plan!.Codes), By)); break;
                case 3 when state is Inspection.Running r && r.Of(village)?.Check is not (null or VillageCheck.Published): Publish(id, SampleInspections.ResultOf(plan!, village, FindingsOf(found))); break;
                case 4 when state is Inspection.Running r && r.Of(village)?.Check is VillageCheck.Waiting: Happened(id, new InspectionFindingsRecorded(SampleInspections.ResultOf(plan!, village), new("0"), By)); break;
                case 5 when state is Inspection.Running r && r.Of(village)?.Check is VillageCheck.Published { Cures.Count: > 0 } p && p.Cures[any % p.Cures.Count] is Cure.Open:
                    Happened(id, new InspectionCureAccepted(village, (any % p.Cures.Count) + 1, new("改好"), new(Shanghai.DayOf(at), new("村委会")), any % 3, By)); break;
                case 6 when state is Inspection.Reported { Uncured: 0 }: Happened(id, new InspectionClosed(By)); break;
                case 7 when state is Inspection.Planned: Happened(id, new InspectionCancelled(new("重复"), By)); break;
                case 7 when state is Inspection.Called: Happened(id, new InspectionVoided(new("没有抽取"), By)); break;
                case 8: Disclose(); break;
                case 9: at = at.AddDays(any); break;
                default: break;
            }
        }

        private void Happened(InspectionId id, InspectionEvent e)
        {
            history.Happened(id, e);
            states[id] = InspectionDecider.Law.Evolve(states.GetValueOrDefault(id, new Inspection.None()), e);
        }

        private void Publish(InspectionId id, InspectionResult result) => Happened(id, new InspectionResultPublished(result, result.Hash, new(Shanghai.DayOf(at), new("镇经管站")), By));

        private void Disclose() => history.Happened(SampleLedgers.Section.Of(), new StatementDisclosed(++statements, SampleLedgers.Section, SampleLedgers.Section.Hash, new(Shanghai.DayOf(at), new("会计")), new(Shanghai.DayOf(at), new("理财小组")), By));

        private static InspectionPlan PlanOf(InspectionId id) => SampleInspections.Plan with
        {
            Id = id, From = SampleLedgers.Section.Month.Previous, To = SampleLedgers.Section.Month, Count = 2, Pool = [.. SampleRules.Book.Villages.Values.OrderBy(v => v.Code.Value, StringComparer.Ordinal).Select(v => new PooledVillage(v.Code, v.Name))],
        };

        private static Finding[] FindingsOf(int count) =>
            [.. Enumerable.Range(1, count).Select(n => new Finding(n, SampleRules.NoInvoice.Code, SampleRules.NoInvoice.Name, SampleRules.NoInvoice.Law, n == 1 ? SampleLedgers.Section.Month : null, new($"第 {n} 项"), new(2026, 10, 20)))];
    }
}

internal static class SectionMonth
{
    public static VillageMonth Of(this StatementSection section) => new(section.Village, section.Month);
}
