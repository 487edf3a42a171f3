using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>The forms of the acts on village decisions; to fold into the acts.</summary>
public static class DeliberationForms
{
    private static readonly FormField Place = new("place") { Translated = true, Longest = 200 };

    private static readonly FormField Reason = Words("reason", Lines);

    private static IReadOnlyList<FormField> Meeting =>
    [
        new("date", Day), Place, new("members", Count), new("present", Count), new("agreed", Count), new("against", Count),
        Words("observer") with { Optional = true, Longest = 200 }, Files("minutes"),
    ];

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<FormField>> All = new Dictionary<string, IReadOnlyList<FormField>>
    {
        ["propose"] =
        [
            Words("title") with { Longest = 200 }, new("matter", Choice), Words("what", Lines), new("wish", Choice, [.. FormField.Named<ProposalOrigin>("office.deliberation.origin")]),
            new("merged", Choice, [("yes", "office.yes"), ("no", "office.no")]) { Optional = true }, .. Meeting,
        ],
        ["discuss"] = Meeting,
        ["party-review"] = Meeting,
        ["resolve"] = [new("body", Choice), new("called", Day) { Optional = true }, Words("mandate", Lines) with { Optional = true }, .. Meeting],
        ["post-resolution"] = [new("date", Day), Place],
        ["return-deliberation"] = [Reason],
        ["withdraw-deliberation"] = [Reason],
        ["post-result"] = [new("declaration", Choice) { Optional = true, IsDeclaration = true }, new("date", Day), Words("result", Lines), Files("evidence")],
    };

    private static FormField Words(string name, InputKind kind = Line) => new(name, kind) { Translated = true };

    private static FormField Files(string name) => new(name, InputKind.Files) { Optional = true };
}
