using System.Globalization;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Office.Frame;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>A changed value in words: <c>sources.0.amountFen</c> is 资金来源 · 第 1 行 · 金额.</summary>
public static class DifferenceWords
{
    public static string Label(Screen here, string path)
    {
        var steps = path.Split('.');
        return string.Join(" · ", steps.Select((step, i) => Step(here, steps[0], step, i)).OfType<string>());
    }

    public static string Value(Screen here, string path, string? value)
    {
        if (value is null) return here.Say("office.difference.nothing");
        if (path.EndsWith("Fen", StringComparison.Ordinal)) return Wording.ExactWithUnit(here.Language, new(WholeOf(value)));
        if (path.EndsWith("HundredthMu", StringComparison.Ordinal)) return Wording.Area(here.Language, new(WholeOf(value)));
        if (Fields.Day(value) is { } day) return Wording.Day(here.Language, day);
        return path.Split('.') switch
        {
            ["attachments", _, "bytes"] => Wording.Size(WholeOf(value)),
            ["attachments", _, "sha256"] => value[..8],
            ["attachments", _, "extension"] => here.Say($"attachment.type.{value}"),
            ["decision", "steps", _, "step"] => here.Say($"office.deliberation.step.{value}"),
            ["decision", "merged"] => here.Say(value == "True" ? "office.yes" : "office.no"),
            ["decision", "body"] => here.Say($"body.{value}"),
            ["subjects", _, "kind"] => here.Say($"agreement.kind.{value}"),
            ["subjects", _, "withKind"] => here.Say($"office.party.{value}"),
            _ => value,
        };
    }

    private static long WholeOf(string value) => long.Parse(value, CultureInfo.InvariantCulture);

    private static string? Step(Screen here, string root, string step, int depth) => step switch
    {
        "zh" => null,
        _ when depth == 0 => here.Say($"field.{step}"),
        _ when int.TryParse(step, CultureInfo.InvariantCulture, out var row) => here.Say("office.difference.row", row + 1),
        "due" when root == "decision" => here.Say("office.part.members"),
        _ => here.Say($"office.part.{WithoutUnit(step)}"),
    };

    private static string WithoutUnit(string step) =>
        step.Replace("HundredthMu", "", StringComparison.Ordinal).Replace("Fen", "", StringComparison.Ordinal);
}
