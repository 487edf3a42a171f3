using CsCheck;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Whole;

/// <summary>Random histories of two coal tenders, their deliveries and the agreement that one leads to: incremental = full, byte for byte.</summary>
public sealed class TendersIncremental
{
    private static readonly SiteSettings Settings = new("http://127.0.0.1:8080", [Language.Zh, Language.En]);
    private static readonly TenderId[] Calls = [new("00-2026-G-0001"), new("00-2026-G-0002")];
    private static readonly AgreementId Contract = new("09-2026-G-0003");

    private static readonly Gen<(int Act, int Call, int Days)[]> Lives = Gen.Select(Gen.Frequency((3, Gen.Int[0, 3]), (2, Gen.Int[4, 13])), Gen.Int[0, 1], Gen.Int[0, 60]).Array[5, 40];

    [Fact]
    public void Over_random_histories() => Lives.Sample(steps =>
    {
        var world = new World();
        IncrementalEqualsFull.Holds(() => world.Site, steps, step => world.Take(step.Act, Calls[step.Call], step.Days));
    }, iter: Amount.OfRandom(6));

    private sealed class World
    {
        private static readonly Text Words = new("话", "words");

        private readonly SampleHistory history = new();
        private DateTimeOffset at = SampleHistory.Start.AddDays(3);

        public SiteModel Site => new(history.Register, Shanghai.DayOf(at), Settings);

        private Signature By => SampleOfficers.Reviewer.Sign(at);

        private DateOnly Day => Shanghai.DayOf(at);

        public void Take(int act, TenderId id, int days)
        {
            at = at.AddDays(days);
            var now = history.Register.Find<TenderOnRegister>($"tender/{id}");
            var edition = (now?.Current.Ordinal ?? 0) + 1;
            TenderEvent? e = (act, now) switch
            {
                (_, null) => Disclosed(id),
                (0, { Status: TenderStatus.Planned }) => new TenderAnnounced(edition, Notice(days), By),
                (0, { Status: TenderStatus.Calling }) => Opened(edition),
                (0, { Status: TenderStatus.Opened }) => new TenderEvaluated([new(new("1"), 1, null, Words), new(new("2"), null, RejectCode.BelowQuality, Words)], Words, By),
                (0, { Status: TenderStatus.Evaluated }) => new TenderCandidatesPublished(edition, [new(1, 1, new("1"))], SampleTown.Counted(SampleRules.Book.Deadlines.InForce("CANDIDATES", Day)!, Day), By),
                (1 or 0, { Opening: not null, Awards: [] }) => new TenderAwarded(edition, [new(1, new("1"), new(5_000_000), null)], Words, By),
                (13, { Awards: [{ Because: null }], Contracts: [] }) => new TenderReawarded(
                    edition, 1, new("1"), PassedOver.GaveUp, days % 2 == 0 ? new(1, new("2"), new(4_500_000), PassedOver.GaveUp) : null, Words, By),
                (1, { Awards: [_], Contracts: [] }) => new TenderContractSigned(1, days % 2 == 0 ? Contract : null, new(5_000_000), Day, By),
                (2, { Contracts: [_] }) => new TenderPaid(1, new(1_000 + days), Day, $"{days}", days % 2 == 0 ? SampleRules.Gudichang : null, days % 2 == 0 ? Month.Of(Day) : null, By),
                (3, { Contracts: [_] }) => new TenderContractChanged(edition, 1, now!.Contracts[0].Total, new(6_000_000), Words, days % 2 == 0 ? "央政公示〔2026〕12号" : null, By),
                (4, { Contracts: [{ AcceptedOn: null }] }) when days % 2 == 0 => new TenderPartAccepted(1, Day, new(1_000 + days), Words, By),
                (4, { Contracts: [{ AcceptedOn: null }] }) => new TenderAccepted(1, Day, Words, By),
                (5, { Status: TenderStatus.Calling }) => new TenderClarified(Words, Words, By),
                (6, { Status: TenderStatus.Calling }) => new TenderAmended(edition, Words, Notice(days * 4), By),
                (7, { Awards: [] }) => new TenderFailed(edition, Words, 1, id == Calls[0] ? Calls[1] : null, By),
                (8, { Awards: [] }) => new TenderCancelled(edition, Words, By),
                (9, { Contracts: [{ Payments: [.., { Of: { } of, Reversal: null } p] }] }) => new TenderPaymentReversed(1, p.Amount, Day, p.Voucher, of.Village, of.Month, new(Month.Of(Day), "r"), By),
                (9, { Contracts: [_] }) => new TenderClosed(By),
                _ => null,
            };
            if (e is not null) history.Happened(id, e);
            if (act is 10 or 11 && now is not null) history.Happened(id, 1, new CoalDelivered(id, 1, Day, days + 1, 22.5m, days % 3 > 0, Words, By));
            var paid = new VillageMonth(Contract.Village, Month.Of(Day));
            if (act == 11) history.Happened(Contract, new AgreementPaid(paid, $"{days}", new(1_000 + days), Day, By));
            if (act == 10 && history.Register.Find<AgreementOnRegister>($"agreement/{Contract}")?.Payments is [.., { Reversal: null } last])
                history.Happened(Contract, new AgreementPaymentReversed(last.Of, last.Voucher, last.Amount, Day, new(Month.Of(Day), "r"), By));
            if (act == 12) history.Happened(Contract, Agreement(days % 2 == 0 ? id : null));
        }

        private TenderPlanDisclosed Disclosed(TenderId id)
        {
            var content = new TenderContent(new($"取暖煤 {id}"), AgreementKind.Goods, null, HeatingSeason.Matter, TenderMethod.Quotation, Words, new(6_000_000), null, [new(1, new("固堤场村"), Words, new(6_000_000), new(50, 22))]);
            var section = TenderSection.Of(id, content, SampleRules.Book);
            return new(1, null, null, section, section.Hash, By);
        }

        private TenderNotice Notice(int days) => new(at.AddDays(days), Words, Words, Words, null);

        private TenderOpened Opened(int edition) => new(edition, [Bid("1", 100_000), Bid("2", 90_000)], [], Words, 5, By);

        private OpenedBid Bid(string id, long fen) =>
            new(new(id), 1, PartyKind.Organisation, new($"公司{id}"), null, new(fen), new(23.5m, 0.6m, 14, 28, 8, Words, Words), at, new(""));

        private AgreementDisclosed Agreement(TenderId? tender)
        {
            var section = SampleAgreements.SaltpanSection with { Id = Contract, Kind = AgreementKind.Goods, Tender = tender };
            return new(new("d"), "央政公示〔2026〕1号", section, section.Hash, By);
        }
    }
}
