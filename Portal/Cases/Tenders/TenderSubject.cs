using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>Which acts have a tender as their subject, and where they write.</summary>
public static class TenderSubject
{
    private static readonly string[] OnTheTender =
    [
        "plan-tender", "replan-tender", "sign-plan", "announce-tender", "clarify-tender", "amend-tender", "open-tender", "evaluate-tender", "publish-candidates",
        "award-tender", "sign-contract", "change-contract", "accept-works", "record-payment", "close-tender", "fail-tender", "cancel-tender",
    ];

    /// <summary>The stream that moves by one event with each of these acts, or null for other acts.</summary>
    /// <param name="fields">of the act: a delivery's stream is its lot's</param>
    public static string? StreamOf(string act, string subject, IReadOnlyDictionary<string, string> fields) =>
        OnTheTender.Contains(act) ? StreamKey.Of(new TenderId(subject))
        : act == "record-delivery" ? StreamKey.Delivery(new(subject), Acts.Fields.Count(fields.GetValueOrDefault("lot", "")) ?? 0)
        : null;

    /// <summary>Offers have each a stream of their own, so their acts cannot be counted on one.</summary>
    public static bool IsOffer(string act) => act == "enter-bid";
}
