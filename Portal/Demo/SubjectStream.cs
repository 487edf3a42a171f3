using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Tenders;
using Transparency.Portal.Store;

namespace Transparency.Portal.Demo;

/// <summary>What a row of the scenario is about: as the act wants to hear it, and as the stream on which the act leaves at least one event.</summary>
public static class SubjectStream
{
    /// <summary>A declaration's key becomes its internal id; every other subject stands as it is.</summary>
    public static string SubjectOf(ScenarioAct act) => IsDeclaration(act) ? NewId.FromKey(act.Subject).Value : act.Subject;

    /// <summary>Null for acts that write elsewhere than on their subject: objections, offers, whole files.</summary>
    public static string? Of(ScenarioAct act) => act.Act switch
    {
        Scenario.RaiseObjection or Scenario.Import => null,
        _ when TenderSubject.IsOffer(act.Act) => null,
        _ when IsDeclaration(act) => StreamKey.Of(NewId.FromKey(act.Subject)),
        "register-agreement" or "change-agreement" => StreamKey.Of(new AgreementId(act.Subject)),
        "open-book" or "enter-voucher" or "reword-voucher" => $"book/{act.Subject}",
        "book-vouchers" or "refuse-voucher" => $"trust/{act.Subject[(act.Subject.IndexOf('/', StringComparison.Ordinal) + 1)..]}",
        _ when act.Act.EndsWith("-statement", StringComparison.Ordinal) => $"statement/{act.Subject}",
        _ => TenderSubject.StreamOf(act.Act, act.Subject, act.Fields) ?? ActSubject.StreamOf(act.Act, act.Subject),
    };

    private static bool IsDeclaration(ScenarioAct act) => act.Act == Scenario.RaiseObjection || ActTable.OnDeclarations.Contains(act.Act);
}
