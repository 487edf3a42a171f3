using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>The forms of the acts on tenders; to fold into the acts.</summary>
public static class TenderForms
{
    private static readonly FormField Lots = new("lots", Rows, null, new("number", Ordinal), Words("lot_title"), Words("lot_quantity"), new("lot_estimate", Money), new("lot_tonnes", Figure) { Optional = true }, new("lot_min_calorific", Figure) { Optional = true });

    private static readonly FormField Lot = new("lot", Choice);

    private static readonly FormField Reason = Words("reason", Lines);

    private static IReadOnlyList<FormField> Plan =>
    [
        Words("title"), Words("what", Lines), new("matter", Choice), new("method", Choice, [.. FormField.Named<TenderMethod>("office.method")]),
        new("estimate", Money), new("ceiling", Money) { Optional = true }, Lots, new("work") { Optional = true, Longest = 60 },
    ];

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<FormField>> All = new Dictionary<string, IReadOnlyList<FormField>>
    {
        ["plan-tender"] = Plan,
        ["replan-tender"] = Plan,
        ["sign-plan"] = [],
        ["announce-tender"] = [new("deadline", Moment), Words("place"), Words("channels", Lines), Words("rules", Lines)],
        ["clarify-tender"] = [Words("question", Lines), Words("answer", Lines)],
        ["amend-tender"] = [Words("what", Lines), new("deadline", Moment) { Optional = true }],
        ["enter-bid"] =
        [
            Lot, new("bidder_kind", Choice, FormField.PartyKinds), Words("bidder"), new("credit_code") { Optional = true, Longest = 18 }, new("price", Money), new("received", Moment), Words("note", Lines) with { Optional = true },
        ],
        ["open-tender"] = [new("attended", Count), Words("place")],
        ["evaluate-tender"] = [new("ranking", Rows, null, new("lot", Given), new("bidder", Given), new("verdict", Choice), Words("reason") with { Optional = true }), Words("note", Lines) with { Optional = true }],
        ["publish-candidates"] = [],
        ["award-tender"] = [new("winners", Rows, null, new("lot", Choice), new("bidder", Choice), new("because", Choice, [.. FormField.Named<PassedOver>("office.passed")])) { Optional = true }, Reason with { Optional = true }],
        ["sign-contract"] = [Lot, new("total", Money), new("date", Day), new("agreement") { Optional = true, Longest = 20 }],
        ["change-contract"] = [Lot, new("total", Money), Reason],
        ["accept-works"] = [Lot, new("date", Day), Words("result", Lines)],
        ["record-payment"] = [Lot, new("amount", Money), new("date", Day), new("voucher") { Longest = 40 }, new("village", Choice) { Optional = true }, new("month") { Optional = true, Longest = 7 }],
        ["record-delivery"] = [Lot, new("date", Day), new("tonnes", Figure), new("calorific", Figure), new("accepted", Choice, [("yes", "office.yes"), ("no", "office.no")]), Words("note", Lines) with { Optional = true }],
        ["close-tender"] = [],
        ["fail-tender"] = [Reason, new("next") { Optional = true, Longest = 20 }],
        ["cancel-tender"] = [Reason],
    };

    /// <summary>Asked for where coal is bought.</summary>
    public static readonly IReadOnlyList<FormField> Coal =
        [new("calorific", Figure), new("sulphur", Figure), new("ash", Figure), new("volatile", Figure), new("moisture", Figure), Words("size"), Words("origin")];

    private static FormField Words(string name, InputKind kind = Line) => new(name, kind) { Translated = true };
}
