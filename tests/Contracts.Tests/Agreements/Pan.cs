using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Agreements;

/// <summary>A salt pan's lease and the declaration that carries its corrected form.</summary>
internal static class Pan
{
    public static readonly AgreementId Id = new("09-2026-L-0003");

    public static readonly AgreementContent Content = new(
        new("三号盐田承包合同"), AgreementKind.Lease, SampleRules.Gudichang, new(PartyKind.SoleTrader, PublicName.Of(PartyKind.SoleTrader, "固堤盛源盐场")),
        new("三号盐田"), Mu.Parse("380.5"), new(2006, 8, 1), new(2056, 7, 31), new(380_000_00), new Yuan(7_600_00), new("每年7月31日前"), new("晒盐"));

    public static readonly AgreementContent Mended = Content with { Start = new(2026, 8, 1), End = new(2036, 7, 31), Yearly = new Yuan(228_300_00), Total = new(2_283_000_00) };

    public static readonly Agreement Registered = new Agreement.Registered(Id, Content, 0);

    public static readonly Agreement Disclosed = new Agreement.Registered(Id, Mended, 1);

    public static readonly DateTimeOffset At = On(8, 3);

    public static DateTimeOffset On(int month, int day) => Shanghai.At(new(2026, month, day), new(9, 0));

    /// <summary>The remedy's declaration, carrying <see cref="Mended"/>.</summary>
    public static readonly Declaration Approved = DeclarationOf(Declarations.Road.Approved.State, Id);

    public static readonly Declaration InPublicity = DeclarationOf(Declarations.Road.InPublicity.State, Id);

    public static readonly Declaration OfAnother = DeclarationOf(Declarations.Road.Approved.State, new("09-2026-L-0009"));

    private static Declaration DeclarationOf(Declaration road, AgreementId id) => road switch
    {
        Declaration.Approved s => s with { Section = Carrying(s.Section, id) },
        Declaration.InPublicity s => s with { Section = Carrying(s.Section, id) },
        _ => road,
    };

    private static DeclarationSection Carrying(DeclarationSection section, AgreementId id) =>
        section with { Subjects = [AgreementSection.Of(id, Mended, SampleRules.Book)] };
}
