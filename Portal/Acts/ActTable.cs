using System.Collections.Frozen;
using Transparency.Portal.Agreements;
using Transparency.Portal.Agreements.CleanUp;
using Transparency.Portal.Agreements.Rent;
using Transparency.Portal.Declarations;
using Transparency.Portal.Store;

namespace Transparency.Portal.Acts;

/// <summary>Every act by its name. Closing a window is not among them: only the system does that.</summary>
public static class ActTable
{
    public delegate Task<Outcome> Act(Ledger ledger, ActRequest request, CancellationToken ct);

    public static readonly FrozenDictionary<string, Act> All = new Dictionary<string, Act>
    {
        ["draft"] = Draft.RunAsync,
        ["redraft"] = Redraft.RunAsync,
        ["declare"] = Declare.RunAsync,
        ["withdraw"] = Withdraw.RunAsync,
        ["return"] = Return.RunAsync,
        ["refuse-review"] = RefuseReview.RunAsync,
        ["pass-review"] = PassReview.RunAsync,
        ["open-window"] = OpenWindow.RunAsync,
        ["fix-wording"] = FixWording.RunAsync,
        ["restart"] = Restart.RunAsync,
        ["settle-objection"] = SettleObjection.RunAsync,
        ["approve"] = Approve.RunAsync,
        ["refuse"] = Refuse.RunAsync,
        ["revoke"] = Revoke.RunAsync,
        ["register-agreement"] = RegisterAgreement.RunAsync,
        ["change-agreement"] = ChangeAgreement.RunAsync,
        ["schedule-rent"] = ScheduleRent.RunAsync,
        ["receive-rent"] = ReceiveRent.RunAsync,
        ["prepare-rent"] = PrepareRent.RunAsync,
        ["check-rent"] = CheckRent.RunAsync,
        ["sign-rent"] = SignRent.RunAsync,
        ["open-drive"] = OpenDrive.RunAsync,
        ["close-drive"] = CloseDrive.RunAsync,
        ["list-case"] = ListCase.RunAsync,
        ["verify-case"] = VerifyCase.RunAsync,
        ["classify-case"] = ClassifyCase.RunAsync,
        ["remedy-case"] = RemedyCase.RunAsync,
        ["finish-case"] = FinishCase.RunAsync,
        ["defer-case"] = DeferCase.RunAsync,
        ["litigate-case"] = LitigateCase.RunAsync,
    }.ToFrozenDictionary();

    /// <summary>Acts that must be pinned by <c>hash</c>: of a declaration's section, or of an account as it was prepared.</summary>
    public static readonly FrozenSet<string> Pinned = FrozenSet.Create("pass-review", "open-window", "approve", "check-rent", "sign-rent");

    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest request, CancellationToken ct = default) =>
        All.TryGetValue(request.Act, out var act) ? act(ledger, request, ct) : Outcome.No(new("act.unknown", request.Act));
}
