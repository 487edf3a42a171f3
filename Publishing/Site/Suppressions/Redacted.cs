using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Treasury;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Site.Suppressions;

/// <summary>
/// Sections without a word that a person typed, a name or a file. Figures, days and codes stay: other pages add them up, and no sum of the
/// town may change because a text had to go.
/// </summary>
internal static class Redacted
{
    private static readonly Text Gone = new(Catalogue.Say(Language.Zh, "suppressed.text"), Catalogue.Say(Language.En, "suppressed.text"));

    private static readonly PublicName Nobody = new(Gone.Zh, Gone.En);

    public static Text? Maybe(Text? said) => said is null ? null : Gone;

    public static DeclarationSection Of(DeclarationSection s) => s with
    {
        Title = Gone, What = Gone, ForWhom = Gone, Ask = Gone, Body = Gone,
        Sources = [.. s.Sources.Select(x => x with { Source = Gone })],
        Budget = [.. s.Budget.Select(x => x with { Item = Gone, Quantity = Gone })],
        Decision = s.Decision is { } decision ? Of(decision) : null,
        Attachments = [],
        Subjects = [.. s.Subjects.Select(Of)],
        Plans = s.Plans is { } plans ? [.. plans.Select(Of)] : null,
        Shares = s.Shares is { } shares ? [.. shares.Select(x => x with { Decision = Of(x.Decision) })] : null,
    };

    public static AgreementSection Of(AgreementSection s) =>
        s with { Title = Gone, With = Nobody, Asset = Gone, Due = Gone, Purpose = Gone };

    public static TenderSection Of(TenderSection s) => s with
    {
        Title = Gone, What = Gone, Lots = [.. s.Lots.Select(lot => lot with { Title = Gone, Quantity = Gone })],
    };

    public static StatementSection Of(StatementSection s) => s with
    {
        Lines = [.. s.Lines.Select(Of)],
        Cash = s.Cash is { } cash ? cash with { Lines = [.. cash.Lines.Select(Of)] } : null,
        Claims = [.. s.Claims.Select(Of)],
        Refused = [.. s.Refused.Select(x => x with { Reason = Gone })],
        Receivables = [.. s.Receivables.Select(x => x with { Who = Gone })],
        Debts = [.. s.Debts.Select(x => x with { Who = Gone })],
        Note = Maybe(s.Note), BudgetBasis = Maybe(s.BudgetBasis),
    };

    public static DecisionSection Of(DecisionSection s) => s with { Title = Gone, What = Gone, Decision = Of(s.Decision) };

    public static DecisionResult Of(DecisionResult r) => r with { Words = Gone, Evidence = [] };

    public static ReportSection Of(ReportSection s) => s with { Words = s.Nothing ? s.Words : Gone, Note = Maybe(s.Note) };

    public static TreasurySection Of(TreasurySection s) =>
        s with { Lines = [.. s.Lines.Select(line => line with { Purpose = Gone, Payee = Nobody })] };

    public static ProposalSection Of(ProposalSection s) => s with { Title = Gone, Body = Gone, Author = null };

    public static TenderOnRegister Of(TenderOnRegister t) => t with
    {
        Section = Of(t.Section),
        Editions = [.. t.Editions.Select(e => e with { Note = Maybe(e.Note), Notice = e.Notice is { } notice ? Of(notice) : null })],
        Timeline = [.. t.Timeline.Select(line => line with { Note = Maybe(line.Note) })],
        Answers = [.. t.Answers.Select(a => a with { Question = Gone, Answer = Gone })],
        Opening = t.Opening is { } opening
            ? opening with { Place = Gone, Bids = [.. opening.Bids.Select(Of)] }
            : null,
        Verdicts = [.. t.Verdicts.Select(v => v with { Reason = v.Reason.IsEmpty ? v.Reason : Gone })],
        Contracts =
        [
            .. t.Contracts.Select(c => c with
            {
                Changes = [.. c.Changes.Select(change => change with { Reason = Gone })],
                Parts = [.. c.Parts.Select(part => part with { Result = Gone })],
                Result = Maybe(c.Result),
            }),
        ],
    };

    public static InspectionOnRegister Of(InspectionOnRegister i) => i with
    {
        Plan = i.Plan with { Title = Gone, Team = Gone },
        Results = [.. i.Results.Select(Of)],
        End = i.End is { } end ? end with { Cancelled = Maybe(end.Cancelled) } : null,
    };

    private static VillageDecision Of(VillageDecision d) => d with
    {
        Mandate = Maybe(d.Mandate), PostedAt = Gone,
        Voted = d.Voted is { } voted ? new(Gone, Gone, Of(voted.Terms)) : null,
        Steps =
        [
            .. d.Steps.Select(held => held with
            {
                Meeting = held.Meeting with { Place = Gone, Minutes = [], Observer = Maybe(held.Meeting.Observer) },
            }),
        ],
    };

    private static VotedTerms Of(VotedTerms t) => t with
    {
        Amounts = [.. t.Amounts.Select(a => a with { Source = Gone })],
        Items = [.. t.Items.Select(i => i with { Item = Gone, Quantity = Gone })],
        Parties = [.. t.Parties.Select(p => p with { Name = Gone })],
    };

    private static StatementLine Of(StatementLine line) => line with
    {
        Summary = Gone, Payee = line.Payee is null ? null : Nobody,
        Cover = line.Cover is { } cover ? cover with { Reason = Maybe(cover.Reason) } : null,
    };

    private static TenderNotice Of(TenderNotice notice) => notice with { Place = Gone, Channels = Gone, Rules = Gone };

    private static OpenedBid Of(OpenedBid bid) => bid with
    {
        Bidder = Nobody, CreditCode = null, Note = bid.Note.IsEmpty ? bid.Note : Gone,
        Quality = bid.Quality is { } quality ? quality with { Size = Gone, Origin = Gone } : null,
    };

    private static PublicResult Of(PublicResult result) => result with
    {
        Of = result.Of with { Findings = [.. result.Of.Findings.Select(Of)] },
        Findings =
        [
            .. result.Findings.Select(f => new PublicFinding(Of(f.Of), f.Cure is { } cure ? cure with { What = Gone } : null)),
        ],
    };

    private static Finding Of(Finding finding) => finding with { What = Gone };
}
