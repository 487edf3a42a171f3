using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Tenders;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases;

/// <summary>Acts that are not yet written in their room; shrinks to nothing.</summary>
internal static class Legacy
{
    private delegate Task<Outcome> Run(Ledger ledger, ActRequest request, CancellationToken ct);

    private static readonly Dictionary<string, Run> Runs = new()
    {
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
    ];

    public static IEnumerable<Act> All => Runs.Select(run => new Act(
        run.Key, _ => throw new InvalidOperationException(run.Key), TenderForms.All.GetValueOrDefault(run.Key, []))
    {
        Before = (ledger, request, ct) => run.Value(ledger, request, ct),
        IsDangerous = Dangerous.Contains(run.Key),
        Sometimes = run.Key == "enter-bid" ? TenderForms.Coal : [],
        Leaves = (subject, fields) => LeavesOf(run.Key, subject, fields),
    });

    private static string? LeavesOf(string act, string subject, IReadOnlyDictionary<string, string> fields) =>
        TenderSubject.IsOffer(act) ? null : TenderSubject.StreamOf(act, subject, fields);
}
