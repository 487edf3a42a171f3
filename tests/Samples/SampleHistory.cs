using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Objections;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Town;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Samples;

/// <summary>A store in memory for tests of the press: events go in, rows come out by the very folds that the portal uses; a row is a new object only when an event touched it.</summary>
public sealed class SampleHistory
{
    private readonly Dictionary<string, IPublicRow> rows = [];
    private TownOnRegister? town;

    public SampleHistory()
    {
        Happened(new TownNamed(SampleRules.Book.Town, Start));
        Happened(new DeadlineRulesSet(SampleRules.Book.Deadlines.Rows, Start));
        Happened(new HolidaysSet([.. SampleRules.Book.Holidays.Days.Values], Start));
        Happened(new ObligationsSet(SampleRules.Book.Obligations, Start));
        Happened(new AccountsSet(SampleRules.Book.Accounts.Rows, Start));
        foreach (var village in SampleRules.Book.Villages.Values)
            Happened(new VillageRegistered(village, SampleOfficers.TownClerk.Sign(Start)));
    }

    public static DateTimeOffset Start { get; } = Shanghai.At(new(2026, 9, 1), new(9, 0));

    public PublicRegister Register => PublicRegister.Of(town!, rows.Values);

    public void Happened(TownEvent e) => town = TownOnRegister.Evolve(town, "town", e);

    public void Happened(ReportKey of, ReportEvent e) => Fold<ReportOnRegister>($"report/{of}", e, ReportOnRegister.Evolve);

    public void Happened(DeclarationId id, DeclarationEvent e) => Fold<DeclarationOnRegister>($"declaration/{id}", e, DeclarationOnRegister.Evolve);

    public void Happened(DeliberationId id, DeliberationEvent e) => Fold<DeliberationOnRegister>($"deliberation/{id}", e, DeliberationOnRegister.Evolve);

    public void Happened(AgreementId id, AgreementEvent e) => Fold<AgreementOnRegister>($"agreement/{id}", e, AgreementOnRegister.Evolve);

    public void Happened(ObjectionId id, ObjectionEvent e) => Fold<ObjectionOnRegister>($"objection/{id}", e, ObjectionOnRegister.Evolve);

    public void Happened(VillageMonth of, StatementEvent e) => Fold<StatementOnRegister>($"statement/{of}", e, StatementOnRegister.Evolve);

    public void Happened(AgreementId id, int year, RentEvent e) => Fold<RentOnRegister>($"rent/{id}/{year}", e, RentOnRegister.Evolve);

    public void Happened(TenderId id, TenderEvent e) => Fold<TenderOnRegister>($"tender/{id}", e, TenderOnRegister.Evolve);

    public void Happened(TenderId id, int lot, CoalDelivered e) => Fold<DeliveryOnRegister>($"delivery/{id}/{lot}", e, DeliveryOnRegister.Evolve);

    public void Happened(InspectionId id, InspectionEvent e) => Fold<InspectionOnRegister>($"inspection/{id}", e, InspectionOnRegister.Evolve);

    public void Happened(DriveId id, DriveEvent e) => Fold<DriveOnRegister>($"drive/{id}", e, DriveOnRegister.Evolve);

    public void Happened(DriveId drive, AgreementId id, CleanUpEvent e) => Fold<CleanUpOnRegister>($"case/{drive}/{id}", e, CleanUpOnRegister.Evolve);

    public void Happened(ProposalId id, ProposalEvent e) => Fold<ProposalOnRegister>($"proposal/{id}", e, ProposalOnRegister.Evolve);

    private void Fold<T>(string key, object e, Func<T?, string, object, T?> evolve) where T : class, IPublicRow
    {
        if (evolve((T?)rows.GetValueOrDefault(key), key, e) is { } row) rows[key] = row;
    }
}
