using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>Village decisions.</summary>
internal static class DeliberationStore
{
    public static readonly StreamKind Deliberation = StreamKind.Of("deliberation", DeliberationDecider.Law, new Dictionary<Type, string>
    {
        [typeof(DeliberationProposed)] = "deliberation-proposed",
        [typeof(DeliberationDiscussed)] = "deliberation-discussed",
        [typeof(DeliberationPartyReviewed)] = "deliberation-party-reviewed",
        [typeof(DeliberationResolved)] = "deliberation-resolved",
        [typeof(DeliberationRejected)] = "deliberation-rejected",
        [typeof(DeliberationReturned)] = "deliberation-returned",
        [typeof(DeliberationWithdrawn)] = "deliberation-withdrawn",
        [typeof(DeliberationResolutionPosted)] = "deliberation-resolution-posted",
        [typeof(DeliberationCarried)] = "deliberation-carried",
        [typeof(DeliberationReleased)] = "deliberation-released",
        [typeof(DeliberationResultPosted)] = "deliberation-result-posted",
    })
        .Hashed<DeliberationResolutionPosted>(x =>
            x is { Hash: { } hash, Section: { } section } ? (hash, section.Hash) : (default, default))
        .With<DeliberationOnDesk>(3, DeliberationOnDesk.Next);
}
