using CsCheck;
using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;
using static Transparency.Samples.SampleProposals;

namespace Transparency.Publishing.Tests.Whole;

/// <summary>
/// Random histories of three proposals, of what carries them out, and of the days on which their answers fall due: incremental = full, byte for byte.
/// </summary>
public sealed class ProposalsIncremental
{
    private static readonly SiteSettings Settings = new("http://127.0.0.1:8080", [Language.Zh, Language.En]);

    private static readonly Gen<(int Act, int Which, int Any)[]> Lives =
        Gen.Select(Gen.Frequency((4, Gen.Const(0)), (3, Gen.Int[1, 9])), Gen.Int[0, 2], Gen.Int[0, 40]).Array[5, 40];

    [Fact]
    public void Over_random_histories() => Lives.Sample(steps =>
    {
        var world = new World();
        IncrementalEqualsFull.Holds(() => world.Site, steps, step => world.Take(step.Act, step.Which, step.Any));
    }, iter: Amount.OfRandom(6));

    private sealed class World
    {
        private readonly SampleHistory history = new();
        private DateTimeOffset at = SampleHistory.Start;
        private DeclarationOnRegister? carrier;

        public SiteModel Site => new(
            carrier is null ? history.Register : history.Register with { Rows = history.Register.Rows.SetItem(carrier.Id, carrier) }, Day, Settings);

        private DateOnly Day => Shanghai.DayOf(at);

        public void Take(int act, int which, int any)
        {
            at = at.AddDays(any % 6);
            var now = history.Register.Find<ProposalOnRegister>($"proposal/p{which}");
            ProposalEvent? e = (act, now) switch
            {
                (1, _) => Outside(any),
                (2, _) => Waited(any),
                (3, null) => new ProposalSubmitted(new($"p{which}"), null, false, By("群众", "public", Day)),
                (4, null) => new ProposalDeclined(new("由县里定"), By("镇经管站", "station", Day)),
                (_, null) => Signed(which),
                (5, _) => new ProposalJoined(new($"j{any}"), By("镇经管站", "station", Day)),
                (0, { Study: null }) or (6, { Answer: null }) => Study("村委会", "Village committee", Day.AddDays(any), Day),
                (0, { Answer: null }) => Answer((ProposalOutcome)(any % 3), new("理由", "Reasons"), now.DaysOver(Day), Day),
                (0 or 7, { Answer.Outcome: not ProposalOutcome.No, Result: null }) when act == 7 || now.Carrier is null => Carry(
                    any % 3 == 0 ? null : SampleDeclarations.Road.Number, any % 3 == 1 ? null : new WorkId("the-road"), Day),
                (0, { Carrier: not null, Result: null }) => new ProposalResultPosted(new("办成了"), By("镇建设办", "works", Day)),
                _ => null,
            };
            if (e is not null) history.Happened(new($"p{which}"), e);
        }

        private ProposalDisclosed Signed(int which)
        {
            VillageCode? village = which == 0 ? null : which == 1 ? SampleRules.Gudichang : SampleRules.Jiajiahewu;
            var section = Section(2026, which + 1, village, new($"第{which + 1}件建议", $"Proposal {which + 1}"), new("内容"), which == 1 ? "苏万顺" : null);
            return Disclosing(section with { VillageName = village is { } code ? SampleRules.Book.Villages[code].Name : null }, Day, Day.AddDays(30));
        }

        // The declaration that may carry it out becomes public, is changed, or names the work.
        private ProposalEvent? Outside(int any)
        {
            var d = SampleDeclarations.Road;
            var title = new Text($"修路 {any}", $"Road {any}");
            carrier = d with
            {
                Editions = [.. d.Editions.Select(e => e with { Section = e.Section with { Title = title, Work = any % 2 == 0 ? new WorkId("the-road") : null } })],
                LastAct = at,
            };
            return null;
        }

        private ProposalEvent? Waited(int days)
        {
            at = at.AddDays(days);
            return null;
        }
    }
}
