using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Portal.Cases.CleanUp;
using Transparency.Portal.Cases.Inspections;
using Transparency.Portal.Cases.Rent;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>Acts whose subject names its stream by itself, in a public form, and not by an internal id.</summary>
public static class ActSubject
{
    /// <summary>Null for acts on declarations and agreements, and for a subject that cannot be read.</summary>
    public static string? StreamOf(string act, string subject) => act switch
    {
        "schedule-rent" or "receive-rent" or "prepare-rent" or "check-rent" or "sign-rent" => RentSubject.Parse(subject)?.Key,
        "propose" or "discuss" or "party-review" or "resolve" or "post-resolution" or "return-deliberation" or "withdraw-deliberation" or "post-result" => DeliberationId.Parse(subject) is { } id ? StreamKey.Of(id) : null,
        "open-drive" or "close-drive" => DriveId.Parse(subject) is { } drive ? StreamKey.Of(drive) : null,
        "list-case" or "verify-case" or "classify-case" or "remedy-case" or "finish-case" or "defer-case" or "litigate-case" => CleanUpKey.Parse(subject)?.Stream,
        "plan-inspection" or "call-number" or "draw-villages" or "close-inspection" or "cancel-inspection"
            or "record-findings" or "confirm-findings" or "return-findings" or "report-cure" or "accept-cure" or "reject-cure" => InspectionKey.Parse(subject) is { } inspection ? StreamKey.Of(inspection.Id) : null,
        "prepare-report" or "return-report" or "sign-report" => ReportKey.Parse(subject) is { } of ? StreamKey.Of(of) : null,
        _ => null,
    };
}
