using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>How far a work has come, in the order of the way; the words for it are in the texts.</summary>
public enum WorkStage
{
    Declared,
    Approved,
    Calling,
    Contracted,
    Accepted,
    Paid,
    Stopped,
}

/// <summary>One payment for a work, by the town or from a village's escrow.</summary>
/// <param name="Voucher">its number in the payer's books</param>
/// <param name="Of">who paid, and of which month the book is</param>
/// <param name="IsPublished">whether that month of it is public</param>
/// <param name="IsReversed">taken back by another voucher, and counted no longer</param>
public sealed record WorkPayment(
    DateOnly On, Yuan Amount, Text? Summary, string Voucher, PayerMonth Of, bool IsPublished, bool IsReversed = false);

/// <summary>为民工程: one work, as a view over the declarations, tenders, agreements and payments that name it.</summary>
public sealed record SiteWork(
    WorkId Id, IReadOnlyList<DeclarationOnRegister> Declarations, IReadOnlyList<TenderOnRegister> Tenders,
    IReadOnlyList<AgreementOnRegister> Agreements, IReadOnlyList<WorkPayment> Payments)
{
    /// <summary>Every work that anything public names, the one that moved last on top.</summary>
    public static IEnumerable<SiteWork> All(SiteModel model) =>
        model.On(Slices.Works).Select(WorkOf).OfType<WorkId>().Distinct().Select(id => Of(model, id));

    public static SiteWork Of(SiteModel model, WorkId id)
    {
        var slice = Slices.Work(id);
        var declarations = model.In<DeclarationOnRegister>(slice).OrderBy(d => d.Editions[0].At).ToList();
        var tenders = model.In<TenderOnRegister>(slice).OrderBy(t => t.Editions[0].At).ToList();
        var agreements = model.In<AgreementOnRegister>(slice).OrderBy(a => a.Agreement.Value, StringComparer.Ordinal).ToList();
        return new(id, declarations, tenders, agreements, [.. PaymentsOf(model, declarations, tenders, agreements)]);
    }

    /// <summary>Of its oldest paper.</summary>
    public Text Title => Oldest(d => d.Title, t => t.Title, a => a.Title);

    /// <summary>Null when it is the town's own.</summary>
    public VillageCode? Village => Oldest(d => d.Village, t => t.Village, a => a.Village);

    /// <summary>Who has it done.</summary>
    public Text By => Oldest(d => d.Discloser, t => t.Buyer, a => a.VillageName);

    /// <summary>
    /// Declared and not stopped, in yuan; null where nothing was declared. A work is often declared more than once, its purchase and then
    /// its contract: each source counts once, by the newest declaration that names it.
    /// </summary>
    public Yuan? Planned => Declarations.Any(IsStanding) ? Sources.Sum(source => source.Last()) : null;

    /// <summary>Whether a source stands in more than one of the declarations that count.</summary>
    public bool CountsOnce => Sources.Any(source => source.Skip(1).Any());

    /// <summary>Contract sums with all changes, in yuan; null before the first contract.</summary>
    public Yuan? Contracted => Tenders.Any(t => t.Contracts.Count > 0) ? Tenders.SelectMany(t => t.Contracts).Sum(c => c.Total)
        : Agreements.Count > 0 ? Agreements.Sum(a => a.Section.Total) : null;

    public Yuan Paid => Payments.Where(p => !p.IsReversed).Sum(p => p.Amount);

    public DateTimeOffset LastAct => Papers.Max(p => p.LastAct);

    public WorkStage Stage =>
        Tenders.Any(t => t.Status == TenderStatus.Closed) || (Contracted is { } sum && sum > Yuan.Zero && Paid >= sum) ? WorkStage.Paid
        : Tenders.SelectMany(t => t.Contracts).ToList() is { Count: > 0 } contracts && contracts.All(IsAccepted) ? WorkStage.Accepted
        : Contracted is not null ? WorkStage.Contracted
        : Tenders.Any(t => t.Status is not (TenderStatus.Planned or TenderStatus.Failed or TenderStatus.Cancelled)) ? WorkStage.Calling
        : Declarations.Count > 0 && !Declarations.Any(IsStanding) ? WorkStage.Stopped
        : Declarations.Any(d => d.Status is PublicStatus.Approved or PublicStatus.Concluded) || Tenders.Count > 0 ? WorkStage.Approved
        : WorkStage.Declared;

    /// <summary>The slices that a page of this work reads.</summary>
    public IEnumerable<string> Inputs =>
    [
        Slices.Work(Id),
        .. Tenders.Select(t => Slices.Tender(t.Tender)),
        .. Agreements.Select(a => Slices.Agreement(a.Agreement)),
        .. Declarations.Select(d => Slices.Numbered(d.Number)),
    ];

    /// <summary>What each source gives by each declaration that stands, oldest first.</summary>
    private IEnumerable<IGrouping<string, Yuan>> Sources =>
        from d in Declarations.Where(IsStanding)
        from source in d.Section.Sources.GroupBy(s => s.Source.Zh)
        group source.Sum(s => s.Amount) by source.Key;

    private IEnumerable<IPublicRow> Papers => [.. Declarations, .. Tenders, .. Agreements];

    // A declaration comes before its tender, a tender before its agreement.
    private T Oldest<T>(Func<DeclarationSection, T> declared, Func<TenderSection, T> tendered, Func<AgreementSection, T> agreed) =>
        Declarations.Count > 0 ? declared(Declarations[0].Section)
        : Tenders.Count > 0 ? tendered(Tenders[0].Section)
        : agreed(Agreements[0].Section);

    private static bool IsAccepted(PublicContract c) => c.AcceptedOn is not null;

    private static bool IsStanding(DeclarationOnRegister d) =>
        d.Status is not (PublicStatus.Refused or PublicStatus.SentBack or PublicStatus.Withdrawn or PublicStatus.Revoked);

    private static WorkId? WorkOf(IPublicRow row) => row switch
    {
        DeclarationOnRegister d => d.Section.Work,
        TenderOnRegister t => t.Section.Work,
        AgreementOnRegister a => a.Section.Work,
        _ => null,
    };

    /// <summary>Lines of published statements and of the town's payments, and what tenders paid that neither shows yet.</summary>
    private static IEnumerable<WorkPayment> PaymentsOf(
        SiteModel model, List<DeclarationOnRegister> declarations, List<TenderOnRegister> tenders, List<AgreementOnRegister> agreements)
    {
        var numbers = declarations.Select(d => d.Number).ToHashSet();
        var (calls, contracts) = (tenders.Select(t => t.Tender).ToHashSet(), agreements.Select(a => a.Agreement).ToHashSet());
        string[] slices = [.. calls.Select(Slices.Tender), .. contracts.Select(Slices.Agreement), .. numbers.Select(Slices.Numbered)];
        bool Belongs(TenderId? tender, AgreementId? agreement, DeclarationNumber? declaration) =>
            (tender is { } t && calls.Contains(t)) || (agreement is { } a && contracts.Contains(a))
            || (declaration is { } d && numbers.Contains(d));
        var ofVillages = from statement in slices.SelectMany(slice => model.In<StatementOnRegister>(slice)).Distinct()
                         from line in statement.Section.Lines
                         where line.Out > Yuan.Zero && Belongs(line.Tender, line.Agreement, line.Declaration)
                         select new WorkPayment(line.Date, line.Out, line.Summary, line.Number, statement.Of, true);
        var ofTown = from month in slices.SelectMany(slice => model.In<TreasuryOnRegister>(slice)).Distinct()
                     from line in month.Section.Lines
                     where line.Reverses is null && Belongs(line.Tender, line.Agreement, line.Declaration)
                     let isReversed = month.BackOf(line.Number) is not null
                     select new WorkPayment(
                         line.On, line.Amount, line.Purpose, line.Number, new(null, month.Month), true, isReversed);
        var lines = ofVillages.Concat(ofTown).ToList();
        var reversed = tenders.SelectMany(t => t.Contracts).SelectMany(c => c.Payments).Where(p => p.Reversal is not null)
            .Select(p => (p.Of, p.Voucher))
            .Concat(agreements.SelectMany(a => a.Payments).Where(p => p.Reversal is not null).Select(p => (p.Of, p.Voucher)))
            .ToHashSet();
        var shown = lines.Select(l => (l.Of, l.Voucher)).ToHashSet();
        var others = from payment in tenders.SelectMany(t => t.Contracts).SelectMany(c => c.Payments)
                     where !shown.Contains((payment.Of, payment.Voucher))
                     select new WorkPayment(payment.On, payment.Amount, null, payment.Voucher, payment.Of, false);
        return lines.Concat(others).Select(p => p with { IsReversed = p.IsReversed || reversed.Contains((p.Of, p.Voucher)) })
            .OrderBy(p => p.On).ThenBy(p => p.Voucher, StringComparer.Ordinal);
    }
}
