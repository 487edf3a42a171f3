using CsCheck;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Declarations;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Whole;

/// <summary>Random histories of rent and of a drive over two agreements: incremental = full, byte for byte.</summary>
public sealed class LeasesIncremental
{
    private static readonly SiteSettings Settings = new("http://127.0.0.1:8080", [Language.Zh, Language.En]);
    private static readonly AgreementId[] Pans = [new("09-2026-L-0003"), new("09-2026-L-0007")];

    private static readonly Gen<(int Act, int Pan, int Days)[]> Lives = Gen.Select(Gen.Int[0, 10], Gen.Int[0, 1], Gen.Int[0, 40]).Array[5, 40];

    [Fact]
    public void Over_random_histories() => Lives.Sample(steps =>
    {
        var world = new World();
        IncrementalEqualsFull.Holds(() => world.Site, steps, step => world.Take(step.Act, Pans[step.Pan], step.Days));
    }, iter: Amount.OfRandom(6));

    private sealed class World
    {
        private static readonly DriveId Drive = new("saltpans-2026");

        private readonly SampleHistory history = new();
        private readonly HashSet<string> done = [];
        private readonly Dictionary<(AgreementId, int), int> accounts = [];
        private DateTimeOffset at = SampleHistory.Start.AddDays(3);

        public SiteModel Site => new(history.Register, Shanghai.DayOf(at), Settings);

        private Signature By => SampleOfficers.Reviewer.Sign(at);

        public void Take(int act, AgreementId pan, int days)
        {
            at = at.AddDays(days);
            switch (act)
            {
                case 0 when done.Add("drive"): history.Happened(Drive, new DriveOpened(Drive, new("盐田合同清理"), new("逐份核实"), [SampleRules.Gudichang], By)); break;
                case 1 when done.Contains("drive"): history.Happened(Drive, new DriveClosed(By)); break;
                case 2 when done.Contains("drive") && done.Add($"{pan}"): history.Happened(Drive, pan, new CleanUpListed(Drive, new("盐田合同清理"), CleanUpSubject.Of(Section(pan)), By)); break;
                case 3: Case(pan, new CleanUpVerified(new("租金低"), By)); break;
                case 4: Case(pan, new CleanUpClassified(days % 3 == 0 ? [] : [Problem.RentLow, (Problem)(days % 14)], By)); break;
                case 5: Case(pan, new CleanUpRemedied([Remedy.Reprice], new(days * 100), new("d1"), "央政公示〔2026〕1号", CleanUpSubject.Of(Section(pan)), By)); break;
                case 6: Case(pan, new CleanUpDone(new(days * 100), By)); break;
                case 7: Case(pan, days % 2 == 0 ? new CleanUpDeferred(new("等"), By) : new CleanUpLitigated(new("诉"), By)); break;
                case 8: Account(pan, 2025 + (days % 2)); break;
                case 9: history.Happened(pan, new AgreementDisclosed(new("d1"), "央政公示〔2026〕1号", Section(pan), Section(pan).Hash, By)); break;
                case 10 when done.Add("window"): Open(); break;
                default: break;
            }
        }

        private static AgreementSection Section(AgreementId id) => SampleAgreements.SaltpanSection with { Id = id };

        private void Case(AgreementId pan, CleanUpEvent e)
        {
            if (done.Contains($"{pan}")) history.Happened(Drive, pan, e);
        }

        private void Account(AgreementId pan, int year)
        {
            var section = new RentSection(pan, year, Shanghai.DayOf(at), [new(new(year, 7, 31), new(10_000), new(4_000), null, new(6_000))], []);
            var edition = accounts[(pan, year)] = accounts.GetValueOrDefault((pan, year)) + 1;
            history.Happened(pan, year, new RentDisclosed(edition, section, section.Hash, new(section.AsOf, new("会计")), new(section.AsOf, new("理财小组")), By));
        }

        private void Open()
        {
            var section = SampleSections.Saltpan with { Subjects = [.. Pans.Select(Section)] };
            var window = SampleTown.Counted(SampleTown.FiveDays, new(2026, 9, 1));
            history.Happened(new DeclarationId("d1"), new DeclarationWindowOpened(
                new("央政公示", 2026, 1), 1, 1, window, section, section.Hash, new(new(2026, 8, 20), new("村委会")), new(new(2026, 8, 21), new("镇经管站")), null, By));
        }
    }
}
