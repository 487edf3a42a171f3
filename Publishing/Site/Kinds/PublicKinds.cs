using System.Collections.Frozen;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Objections;
using Transparency.Contracts.Publicity;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>The one list of what the public may know in rows, in the order in which the data page explains its files.</summary>
public static class PublicKinds
{
    public static IReadOnlyList<PublicKind> All { get; } =
    [
        new DeclarationKind(),
        new DeliberationKind(),
        new AgreementKind(),
        new PublicKind<ObjectionOnRegister>("objection", 2, typeof(ObjectionEvent), ObjectionOnRegister.Evolve),
        new PublicKind<PublicityOnRegister>("publicity", 1, typeof(PublicityChecked), PublicityOnRegister.Evolve),
        new TenderKind(),
        new PublicKind<DeliveryOnRegister>("delivery", 1, typeof(CoalDelivered), DeliveryOnRegister.Evolve),
        new StatementKind(),
        new InspectionKind(),
        new RentKind(),
        new DriveKind(),
        new CleanUpKind(),
        new ReportKind(),
        new ProposalKind(),
        new TreasuryKind(),
        new LossKind(),
        new SuppressionKind(),
    ];

    private static readonly FrozenDictionary<Type, PublicKind> ByRow = All.ToFrozenDictionary(kind => kind.Row);

    internal static PublicKind Of(IPublicRow row) => ByRow[row.GetType()];
}
