using Transparency.Contracts.Escrow.Payments;

namespace Transparency.Contracts.Agreements;

public abstract record Agreement
{
    public sealed record None : Agreement;

    /// <param name="Edition">how often it was disclosed; 0 = never public</param>
    public sealed record Registered(AgreementId Id, AgreementContent Content, int Edition) : Agreement
    {
        /// <summary>As the public knows it; null while it does not.</summary>
        public AgreementSection? Disclosed { get; init; }

        /// <summary>What was reported of who holds it now, and by whom; null where nothing waits.</summary>
        public (Holding Holding, PersonId By)? Reported { get; init; }

        /// <summary>The lot whose contract it is; null while none is signed under its number.</summary>
        public (TenderId Tender, int Lot)? ContractOf { get; init; }

        /// <summary>From the entry of their vouchers on.</summary>
        public ContractPayments Payments { get; init; } = ContractPayments.None;
    }
}

public abstract record AgreementCommand
{
    public sealed record Register(AgreementId Id, AgreementContent Content, Officer By, DateTimeOffset At) : AgreementCommand;

    public sealed record Change(AgreementContent Content, Officer By, DateTimeOffset At) : AgreementCommand;

    /// <summary>Part of a declaration's approval, never an act of its own.</summary>
    public sealed record Disclose(
        DeclarationId Declaration, string Number, ContentHash Hash, Officer By, DateTimeOffset At) : AgreementCommand;

    /// <summary>Part of signing a lot's contract under this number, never an act of its own.</summary>
    public sealed record Bind(TenderId Tender, int Lot, Yuan Total, Officer By, DateTimeOffset At) : AgreementCommand;

    public sealed record ReportHolding(Holding Holding, Officer By, DateTimeOffset At) : AgreementCommand;

    public sealed record ConfirmHolding(Officer By, DateTimeOffset At) : AgreementCommand;

    /// <summary>What happens to a village's voucher that names the agreement.</summary>
    /// <param name="Tender">that the voucher names beside it, or null</param>
    public sealed record ByVoucher(PaymentStep Step, TenderId? Tender) : AgreementCommand;
}

public static class AgreementDecider
{
    public static readonly Decider<Agreement, AgreementCommand, AgreementEvent> Law = new(new Agreement.None(), Decide, Evolve)
    {
        Concerns = (state, command) => command switch
        {
            AgreementCommand.Register c => new(c.By, [c.Content.With]),
            AgreementCommand.Change c => new(c.By, [.. With(state), c.Content.With]),
            AgreementCommand.Disclose c => new(c.By, With(state)),
            AgreementCommand.Bind c => new(c.By, With(state)),
            AgreementCommand.ReportHolding c => new(c.By, With(state)),
            AgreementCommand.ConfirmHolding c => new(c.By, With(state)),
            _ => null,
        },
    };

    private static IReadOnlyList<Party> With(Agreement state) => state is Agreement.Registered s ? [s.Content.With] : [];

    private static Decision<AgreementEvent> Decide(RuleBook rules, Agreement state, AgreementCommand command) => (state, command) switch
    {
        (Agreement.None, AgreementCommand.Register c) when c.By.MayKeep(c.Content.Village) is { } no => no,
        (Agreement.None, AgreementCommand.Register c) when Fault(rules, c.Id, c.Content) is { } no => no,
        (Agreement.None, AgreementCommand.Register c) when TermFault(c.Content, c.At) is { } no => no,
        (Agreement.None, AgreementCommand.Register c) => new AgreementRegistered(c.Id, c.Content, c.By.Sign(c.At)),

        (Agreement.Registered s, AgreementCommand.Change c) when c.By.MayKeep(s.Content.Village) is { } no => no,
        (Agreement.Registered s, AgreementCommand.Change c) when Fault(rules, s.Id, c.Content) is { } no => no,
        (Agreement.Registered s, AgreementCommand.Change c) when ChangedTermFault(s.Content, c) is { } no => no,
        (Agreement.Registered { Payments.Committed: var paid }, AgreementCommand.Change c) when c.Content.Total < paid =>
            Refusal.Mend("total", "agreement.below-paid", paid),
        (Agreement.Registered, AgreementCommand.Change c) => new AgreementChanged(c.Content, c.By.Sign(c.At)),

        (Agreement.Registered s, AgreementCommand.Disclose c) => Disclose(rules, s, c),

        (Agreement.Registered { ContractOf: { } of }, AgreementCommand.Bind) =>
            Refusal.Twice("agreement.bound-already", of.Tender.Value, of.Lot).At("agreement"),
        (Agreement.Registered s, AgreementCommand.Bind c) when s.Content.Tender is { } tender && tender != c.Tender =>
            Refusal.Mend("agreement", "agreement.other-tender", s.Id.Value, tender.Value),
        (Agreement.Registered s, AgreementCommand.Bind c) when s.Content.Total != c.Total =>
            Refusal.Mend("agreement", "tender.agreement-differs", s.Id.Value, s.Content.Total, c.Total),
        (Agreement.Registered, AgreementCommand.Bind c) => new AgreementBound(c.Tender, c.Lot, c.By.Sign(c.At)),

        (Agreement.Registered s, AgreementCommand.ReportHolding c) when c.By.MayKeep(s.Content.Village) is { } no => no,
        (Agreement.Registered s, AgreementCommand.ReportHolding c) when Holdings.Fault(s, c.Holding, c.At) is { } no => no,
        (Agreement.Registered, AgreementCommand.ReportHolding c) => new AgreementHoldingReported(c.Holding, c.By.Sign(c.At)),
        (Agreement.Registered s, AgreementCommand.ConfirmHolding c) when c.By.MayConfirm(s.Content.Village) is { } no => no,
        (Agreement.Registered { Reported: null }, AgreementCommand.ConfirmHolding) => Refusal.NotNow("holding.nothing-reported"),
        (Agreement.Registered { Reported: (_, var by) }, AgreementCommand.ConfirmHolding c) when by == c.By.Person =>
            Refusal.NotYours("holding.own-report"),
        (Agreement.Registered { Reported: (var holding, _) }, AgreementCommand.ConfirmHolding c) =>
            new AgreementHoldingConfirmed(holding, c.By.Sign(c.At)),

        (Agreement.Registered s, AgreementCommand.ByVoucher c) => AgreementPayments.Decide(s, c),

        (Agreement.None, AgreementCommand.ByVoucher { Step: not PaymentStep.Enter }) => new Decision<AgreementEvent>.Accepted([]),
        (Agreement.None, _) => Refusal.NotNow("agreement.unknown"),
        _ => Refusal.Twice("agreement.known-already"),
    };

    private static Agreement Evolve(Agreement state, AgreementEvent e) => (state, e) switch
    {
        (_, AgreementRegistered x) => new Agreement.Registered(x.Id, x.Content, 0),
        (Agreement.Registered s, AgreementChanged x) => s with { Content = x.Content },
        (Agreement.Registered s, AgreementDisclosed x) => s with { Edition = s.Edition + 1, Disclosed = x.Section },
        (Agreement.Registered s, AgreementHoldingReported x) => s with { Reported = (x.Holding, x.By.Person) },
        (Agreement.Registered s, AgreementHoldingConfirmed) => s with { Reported = null },
        (Agreement.Registered s, AgreementBound x) => s with { ContractOf = (x.Tender, x.Lot) },
        (Agreement.Registered s, _) => s with { Payments = AgreementPayments.Evolve(s.Payments, e) },
        _ => state,
    };

    private static Decision<AgreementEvent> Disclose(RuleBook rules, Agreement.Registered s, AgreementCommand.Disclose c)
    {
        var section = AgreementSection.Of(s.Id, s.Content, rules);
        return section.Hash == c.Hash
            ? new AgreementDisclosed(c.Declaration, c.Number, section, c.Hash, c.By.Sign(c.At), AgreementPayments.Public(s.Payments))
            : Refusal.Moved("content.moved", s.Id.Value);
    }

    private static Refusal? MayKeep(this Officer by, VillageCode village) =>
        by.Holds(Role.Village, village) || by.Roles.Contains(Role.Town) || by.Roles.Contains(Role.Bookkeeper)
            ? null
            : Refusal.NotYours("officer.may-not", new Word("role.Village"));

    private static Refusal? MayConfirm(this Officer by, VillageCode village) =>
        by.Holds(Role.Supervision, village) || by.Roles.Any(r => r is Role.Town or Role.TownReview)
            ? null
            : Refusal.NotYours("officer.may-not", new Word("role.Supervision"));

    /// <summary>A lease that was found too long may be shortened, or stay; what makes it longer is new.</summary>
    private static Refusal? ChangedTermFault(AgreementContent known, AgreementCommand.Change c) =>
        (c.Content.Start, c.Content.End, c.Content.Land, c.Content.Found) == (known.Start, known.End, known.Land, known.Found) ? null
        : TermFault(c.Content with { Found = c.Content.Found && c.Content.End <= known.End }, c.At);

    /// <summary>
    /// A new lease never runs beyond what its title allows; one that ran already is entered as it was found, and its page says so.
    /// </summary>
    private static Refusal? TermFault(AgreementContent c, DateTimeOffset at)
    {
        if (c.Kind != AgreementKind.Lease)
            return c.Found || c.Land is not null ? Refusal.Mend("land", "agreement.land-of-lease") : null;
        if (c.Found) return c.Start >= Shanghai.DayOf(at) ? Refusal.Mend("existing", "agreement.found-begins", c.Start) : null;
        var term = LegalTerm.Of(c.Land);
        return c.End > term.LastFrom(c.Start)
            ? Refusal.Mend("end", "agreement.over-term", term.LastFrom(c.Start), term.Years, new Word($"land.{term.Title}"), term.Law)
            : null;
    }

    private static Refusal? Fault(RuleBook rules, AgreementId id, AgreementContent c) =>
        AgreementId.Parse(id.Value) is null ? Refusal.Mend(null, "agreement.id", id.Value)
        : id.Village != c.Village ? Refusal.Mend(null, "agreement.id-village", id.Value, c.Village.Value)
        : "WGSL"[(int)c.Kind] != id.Value[8] ? Refusal.Mend(null, "agreement.id-kind", id.Value)
        : !rules.Villages.ContainsKey(c.Village) ? Refusal.NotNow("village.unknown", c.Village.Value)
        : new[] { c.Title, c.Asset, c.Due, c.Purpose }.Any(t => t.IsEmpty || !t.IsClean)
            ? Refusal.Mend(null, "agreement.text-missing", id.Value)
        : c.End < c.Start ? Refusal.Mend(null, "agreement.term", c.Start, c.End)
        : c.Total < Yuan.Zero || c.Yearly < Yuan.Zero ? Refusal.Mend(null, "agreement.negative", id.Value)
        : null;
}
