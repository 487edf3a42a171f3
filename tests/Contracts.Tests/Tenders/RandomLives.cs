using CsCheck;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Contracts.Tenders;
using Transparency.Samples;
using static Transparency.Contracts.Tenders.TenderCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Tenders;

/// <summary>
/// Random acts of random officers at random times. The events that were accepted are read by a model that knows nothing of the decider: no offer before the
/// deadline, no award before the candidates' last day or by who evaluated, no payment before signature, over the sum or, but for the advance, before acceptance,
/// no acceptance by who signed, no change by one person.
/// </summary>
public sealed class RandomLives
{
    private static readonly Gen<(int Act, int Officer, int Hours, int Fen, int Way)> Step =
        Gen.Select(Gen.Int[0, 17], Gen.Int[0, All.Count - 1], Gen.Frequency((6, Gen.Int[0, 30]), (1, Gen.Int[60, 200])), Gen.Int[0, 3], Gen.Int[0, 9]);

    [Fact]
    public void Never_pay_or_award_by_a_short_cut()
    {
        var (awarded, paid) = (0, 0);
        Step.Array[10, 60].Sample(steps =>
        {
            var (state, at, history, bids) = (TenderDecider.Law.Initial, Pipe.On(1), new List<TenderEvent>(), new List<BidEntered>());
            foreach (var step in steps)
            {
                at = at.AddHours(step.Hours);
                Enter(step, state, at, bids);
                if (TenderDecider.Law.Decide(SampleRules.Book, state, Command(step, state, at, bids)) is not Decision<TenderEvent>.Accepted yes) continue;
                history.AddRange(yes.Events);
                state = yes.Events.Aggregate(state, TenderDecider.Law.Evolve);
            }
            Prove(history, bids);
            if (history.Exists(e => e is TenderAwarded)) Interlocked.Increment(ref awarded);
            if (history.Exists(e => e is TenderPaid)) Interlocked.Increment(ref paid);
        }, iter: Amount.OfRandom(8_000));
        // A walk that never arrives would prove nothing.
        Assert.True(awarded > 1_000 && paid > 500, $"only {awarded} lives reached the award, {paid} a payment");
    }

    private static void Prove(List<TenderEvent> history, List<BidEntered> bids)
    {
        var deadline = history.Select(e => e switch { TenderAnnounced x => x.Notice.Deadline, TenderAmended x => x.Notice.Deadline, _ => (DateTimeOffset?)null }).LastOrDefault(d => d is not null);
        Assert.All(bids, b => Assert.True(b.By.At >= deadline && b.Received <= deadline, "an offer entered before the deadline, or late"));
        Assert.All(history.OfType<TenderOpened>(), x => Assert.True(x.By.At >= deadline && x.Bids.Select(b => b.Bidder.Zh).Distinct().Count() >= 3, "opened too early or with too few"));
        foreach (var award in history.OfType<TenderAwarded>())
        {
            var shown = history.OfType<TenderCandidatesPublished>().Single();
            Assert.True(award.By.At >= Shanghai.EndOf(Shanghai.DayOf(shown.By.At).AddDays(3)), "awarded before the candidates' last day was over");
            Assert.NotEqual(history.OfType<TenderEvaluated>().Single().By.Person, award.By.Person);
        }
        var (sum, paid, signed, accepted, proposer) = (Yuan.Zero, Yuan.Zero, default(TenderContractSigned), default(DateOnly?), default(PersonId));
        var lines = new List<TenderPaid>();
        foreach (var e in history)
        {
            if (e is TenderContractSigned s) (signed, sum) = (s, s.Total);
            if (e is TenderContractChangeProposed q) proposer = q.By.Person;
            if (e is TenderContractChanged c)
            {
                Assert.True(c.Before == sum && c.By.Person != proposer && Math.Abs(c.Total.Fen - signed!.Total.Fen) * 10 <= signed.Total.Fen, "changed by one person, or beyond the limit");
                sum = c.Total;
            }
            if (e is TenderAccepted a)
            {
                Assert.NotEqual(signed!.By.Person, a.By.Person);
                accepted = a.On;
            }
            if (e is TenderPaid p)
            {
                paid += p.Amount;
                Assert.True(p.On >= signed!.On && paid <= sum, "paid before the signature or over the sum");
                lines.Add(p);
            }
            if (e is TenderPaymentReversed r)
            {
                paid -= r.Amount;
                lines.RemoveAll(x => x.Voucher == r.Voucher);
            }
            if (e is TenderClosed) Assert.Equal(sum, paid);
        }
        Assert.All(lines.Where(p => !(p.On >= accepted)), p => Assert.True(
            lines.Where(x => x.On <= p.On).Sum(x => x.Amount) <= (signed!.Advance ?? Yuan.Zero), "paid before anything was accepted"));
    }

    private static void Enter((int Act, int Officer, int Hours, int Fen, int Way) step, Tender state, DateTimeOffset at, List<BidEntered> bids)
    {
        var name = $"公司{bids.Count}";
        var received = state is Tender.Announced s ? s.Notice.Deadline.AddHours(step.Fen == 0 ? step.Hours : -step.Hours) : at;
        var enter = new EnterOffer(state, new(name), 1, new(PartyKind.Organisation, new(name)), null, new(20_000_000 + step.Fen), null, received, new(""), All[step.Way < 7 ? 0 : step.Officer], at);
        if (BidDecider.Law.Decide(SampleRules.Book, new Bid.None(), enter) is Decision<BidEntered>.Accepted yes) bids.AddRange(yes.Events);
    }

    /// <summary>Most steps go the way of the law, by the right officer or by the one who holds every role; the others are anything by anybody.</summary>
    private static TenderCommand Command((int Act, int Officer, int Hours, int Fen, int Way) step, Tender state, DateTimeOffset at, List<BidEntered> bids) =>
        step.Way < 8 ? Onward(state, step.Way == 0, step.Fen, at, bids) : Anything(step, state, at, bids);

    private static TenderCommand Onward(Tender state, bool byEveryone, int choice, DateTimeOffset at, List<BidEntered> bids)
    {
        Officer By(Officer right) => byEveryone ? Everyone : right;
        var day = Shanghai.DayOf(at);
        return state switch
        {
            Tender.None => new Plan(Pipe.Id, Pipe.Content, By(Clerk), at),
            Tender.Planned => new Disclose(new("d"), "9号", Pipe.Section.Hash, By(Approver), at),
            Tender.Disclosed => new Announce(at.AddDays(6 + choice), new("会议室"), new("公告栏"), new("资质"), By(Clerk), at),
            Tender.Announced => new Open(bids, new("会议室"), 9, By(Clerk), at),
            Tender.Opened s => new Evaluate([.. s.Bids.Select((b, i) => new BidVerdict(b.Id, i + 1, null, new("")))], new(""), By(Clerk), at),
            Tender.Evaluated => choice == 0 ? new Award([], new(""), By(TownClerk), at) : new PublishCandidates(By(Clerk), at),
            Tender.CandidatesPublished => new Award([], new(""), By(TownClerk), at),
            Tender.Awarded { Lots: [{ Contract: null } lot] } => new SignContract(1, null, lot.Total, new(lot.Total.Fen * choice / 10), day.AddDays(-choice), By(Clerk), at),
            Tender.Awarded { Lots: [{ Contract: { AcceptedOn: null } }] } when choice == 0 => new Accept(1, day, new("合格"), null, By(Reviewer), at),
            Tender.Awarded { Lots: [{ Contract: { Proposed: not null } }] } => new SignChange(1, By(TownClerk), at),
            Tender.Contracted { Lots: [{ Contract: { } c }] } when c.Payments.All.FirstOrDefault(p => !p.IsBooked) is { } p => Told(new PaymentStep.Book(p.Of, p.Voucher, By(Bookkeeper), at)),
            Tender.Contracted { Lots: [{ Contract: { } c }] } when c.Payments.Committed < c.Total => Told(new PaymentStep.Enter(
                new((c.Total - c.Payments.Committed).Fen / Or(choice, 1)), day.AddDays(-choice), Pipe.September, $"{c.Payments.All.Count}", By(Clerk), at)),
            _ => new Close(By(Clerk), at),
        };
    }

    private static ByVoucher Told(PaymentStep step) => new(step, null, null, Deliveries.None);

    private static int Or(int choice, int otherwise) => choice == 0 ? otherwise : choice;

    private static TenderCommand Anything((int Act, int Officer, int Hours, int Fen, int Way) step, Tender state, DateTimeOffset at, List<BidEntered> bids)
    {
        var (by, day) = (All[step.Officer], Shanghai.DayOf(at));
        return step.Act switch
        {
            0 or 1 => new Plan(Pipe.Id, Pipe.Content, by, at),
            2 => new Replan(Pipe.Content, by, at),
            3 => new SignPlan(null, by, at),
            4 => new Announce(at.AddDays(step.Fen * 4), new("会议室"), new("公告栏"), new("资质"), by, at),
            5 => new Clarify(new("问"), new("答"), by, at),
            6 => new Amend(new("改"), bids.Count == 0 ? at.AddDays(step.Fen * 2) : null, by, at),
            7 => new Open(bids, new("会议室"), 9, by, at),
            8 => new Evaluate([.. (state as Tender.Opened)?.Bids.Select((b, i) => new BidVerdict(b.Id, i + 1, null, new(""))) ?? []], new(""), by, at),
            9 => new PublishCandidates(by, at),
            10 => new Award([], new(""), by, at),
            11 => new SignContract(1, null, new(20_000_000 + step.Fen), Yuan.Zero, day, by, at),
            12 => new ChangeContract(1, new(20_000_000 + (step.Fen * 1_000_000)), new("变更"), null, by, at),
            13 => step.Fen == 0 ? new SignChange(1, by, at) : new Accept(1, day, new("合格"), null, by, at),
            14 when (state as Tender.Contracted)?.Lots[0].Contract?.Payments.All is [var p, ..] => Told(step.Fen % 2 == 0
                ? new PaymentStep.EnterReversal(new(new(2027, 1), "r"), p.Of, p.Voucher, by, at)
                : new PaymentStep.BookReversal(p.TakenBack ?? new(new(2027, 1), "r"), day, p.Of, p.Voucher, by, at)),
            14 => Told(new PaymentStep.Enter(new(10_000_000 * (step.Fen + 1)), day, Pipe.September, $"x{step.Hours}", by, at)),
            15 => new Close(by, at),
            16 => new Fail(new("流标"), bids, null, by, at),
            _ => new Cancel(new("终止"), by, at),
        };
    }
}
