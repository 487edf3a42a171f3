using Transparency.Portal.Cases.Acts;
<<<<<<< HEAD
using Transparency.Portal.Cases.Tenders;
=======
using Transparency.Portal.Cases.Agreements;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Cases.Deliberations;
>>>>>>> main
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases;

/// <summary>Acts that are not yet written in their room; shrinks to nothing.</summary>
internal static class Legacy
{
    private delegate Task<Outcome> Run(Ledger ledger, ActRequest request, CancellationToken ct);

    private static readonly Dictionary<string, Run> Runs = new()
    {
<<<<<<< HEAD
        ["plan-tender"] = PlanTender.RunAsync,
        ["replan-tender"] = ReplanTender.RunAsync,
        ["sign-plan"] = SignPlan.RunAsync,
        ["announce-tender"] = AnnounceTender.RunAsync,
        ["clarify-tender"] = ClarifyTender.RunAsync,
        ["amend-tender"] = AmendTender.RunAsync,
        ["enter-bid"] = EnterBid.RunAsync,
        ["open-tender"] = OpenTender.RunAsync,
        ["evaluate-tender"] = EvaluateTender.RunAsync,
        ["publish-candidates"] = PublishCandidates.RunAsync,
        ["award-tender"] = AwardTender.RunAsync,
        ["sign-contract"] = SignContract.RunAsync,
        ["change-contract"] = ChangeContract.RunAsync,
        ["accept-works"] = AcceptWorks.RunAsync,
        ["record-payment"] = RecordPayment.RunAsync,
        ["record-delivery"] = RecordDelivery.RunAsync,
        ["close-tender"] = CloseTender.RunAsync,
        ["fail-tender"] = FailTender.RunAsync,
        ["cancel-tender"] = CancelTender.RunAsync,
    };

    private static readonly HashSet<string> Dangerous =
    [
        "fail-tender", "cancel-tender",
=======
        ["draft"] = Draft.RunAsync,
        ["redraft"] = Redraft.RunAsync,
        ["declare"] = Declare.RunAsync,
        ["withdraw"] = Withdraw.RunAsync,
        ["return"] = Return.RunAsync,
        ["refuse-review"] = RefuseReview.RunAsync,
        ["pass-review"] = PassReview.RunAsync,
        ["open-window"] = OpenWindow.RunAsync,
        ["fix-wording"] = FixWording.RunAsync,
        ["extend-window"] = ExtendWindow.RunAsync,
        ["restart"] = Restart.RunAsync,
        ["settle-objection"] = SettleObjection.RunAsync,
        ["approve"] = Approve.RunAsync,
        ["refuse"] = Refuse.RunAsync,
        ["revoke"] = Revoke.RunAsync,
        ["propose"] = ProposeDeliberation.RunAsync,
        ["discuss"] = DiscussDeliberation.RunAsync,
        ["party-review"] = ReviewByParty.RunAsync,
        ["resolve"] = ResolveDeliberation.RunAsync,
        ["post-resolution"] = PostResolution.RunAsync,
        ["return-deliberation"] = ReturnDeliberation.RunAsync,
        ["withdraw-deliberation"] = WithdrawDeliberation.RunAsync,
        ["post-result"] = PostResult.RunAsync,
        ["register-agreement"] = RegisterAgreement.RunAsync,
        ["change-agreement"] = ChangeAgreement.RunAsync,
    };

    private static readonly Dictionary<string, FindHash> Pinned = new()
    {
        ["pass-review"] = ReadDeclaration.HashToPinAsync,
        ["open-window"] = ReadDeclaration.HashToPinAsync,
        ["approve"] = ReadDeclaration.HashToPinAsync,
    };

    private static readonly Dictionary<string, IReadOnlyList<FormField>> Forms = new Dictionary<string, IReadOnlyList<FormField>>
    {


    }.Concat(DeliberationForms.All).ToDictionary();

    private static readonly HashSet<string> Dangerous =
    [
        "return-deliberation", "withdraw-deliberation",
>>>>>>> main
    ];

    public static IEnumerable<Act> All => Runs.Select(run => new Act(
        run.Key, _ => throw new InvalidOperationException(run.Key), TenderForms.All.GetValueOrDefault(run.Key, []))
    {
        Before = (ledger, request, ct) => run.Value(ledger, request, ct),
        IsDangerous = Dangerous.Contains(run.Key),
<<<<<<< HEAD
        Sometimes = run.Key == "enter-bid" ? TenderForms.Coal : [],
=======
        Pins = Pinned.GetValueOrDefault(run.Key),
>>>>>>> main
        Leaves = (subject, fields) => LeavesOf(run.Key, subject, fields),
    });

<<<<<<< HEAD
    private static string? LeavesOf(string act, string subject, IReadOnlyDictionary<string, string> fields) =>
        TenderSubject.IsOffer(act) ? null : TenderSubject.StreamOf(act, subject, fields);
=======
    private static string? LeavesOf(string act, string subject, IReadOnlyDictionary<string, string> fields) => act switch
    {
        _ when OnDeclarations.Contains(act) => StreamKey.Of(new DeclarationId(subject)),
        "register-agreement" or "change-agreement" => StreamKey.Of(new AgreementId(subject)),
        _ => StreamOf(act, subject),
    };

    private static string? StreamOf(string act, string subject) => act switch
    {
        
        "propose" or "discuss" or "party-review" or "resolve" or "post-resolution" or "return-deliberation" or "withdraw-deliberation" or "post-result" => DeliberationId.Parse(subject) is { } id ? StreamKey.Of(id) : null,
        _ => null,
    };

    private static FormField Words(string name, InputKind kind = Line) => new(name, kind) { Translated = true };

    internal static IEnumerable<(string, string)> Named<T>(string family) where T : struct, Enum => Enum.GetValues<T>().Select(v => (Fields.NameOf(v), $"{family}.{v}"));

    private static IEnumerable<(string, string)> Coded<T>(string family, Func<T, string> code) where T : struct, Enum => Enum.GetValues<T>().Select(v => (code(v), $"{family}.{v}"));
>>>>>>> main
}
