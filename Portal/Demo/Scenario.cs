using System.Globalization;
using System.Text.RegularExpressions;
using Transparency.Contracts;
using Transparency.Portal.Importing;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Demo;

/// <summary>One row of <c>acts.csv</c> or of another file of acts.</summary>
/// <param name="File">its name, without folders</param>
/// <param name="Row">as a spreadsheet counts</param>
/// <param name="At">UTC</param>
/// <param name="Officer">sign-in name; empty for somebody of the public</param>
/// <param name="Subject">the declaration's key, the public number or address of any other case, or the kind of an imported file</param>
public sealed record ScenarioAct(
    string File, int Row, DateTimeOffset At, string Officer, string Act, string Subject, IReadOnlyDictionary<string, string> Fields);

/// <summary>
/// What people did, as a file that people can read: <c>at</c> (local), <c>officer</c>, <c>act</c>, <c>subject</c> and <c>fields</c>,
/// where each field begins a line with <c>name=</c> and runs on to the next such line.
/// </summary>
public static partial class Scenario
{
    /// <summary>A file of the demo's folder brought in by the officer: the subject is its kind, the field <c>file</c> its name.</summary>
    public const string Import = "import";

    private static readonly Column[] Columns =
        [Column.Must("at"), Column.Must("officer"), Column.Must("act"), Column.Must("subject"), Column.Must("fields")];

    /// <summary>The folder that ships with the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo");

    /// <summary>Every act of the demo: <c>acts.csv</c> and the <c>acts-*.csv</c> beside it as one, in the order of their times.</summary>
    public static IReadOnlyList<ScenarioAct> All() =>
        [.. Directory.EnumerateFiles(Folder, "acts-*.csv").Order(StringComparer.Ordinal).Prepend(Path.Combine(Folder, "acts.csv"))
            .SelectMany(Read).OrderBy(a => a.At)];

    /// <summary>In the order of their times; refuses (<see cref="CannotRun"/>) a row that cannot be read, by its number.</summary>
    public static IReadOnlyList<ScenarioAct> Read(string path)
    {
        var sheet = ReadSheet.From(path, Columns);
        if (sheet.Findings.Count > 0) throw new CannotRun(sheet.Findings[0].Why);
        return [.. sheet.Rows.Select(row => ActOf(sheet.File, row)).OrderBy(a => a.At).ThenBy(a => a.Row)];
    }

    private static ScenarioAct ActOf(string file, SheetRow row)
    {
        var cells = row.Cells;
        if (!DateTime.TryParseExact(
                cells.GetValueOrDefault("at"), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || !cells.TryGetValue("act", out var act) || !cells.TryGetValue("subject", out var subject))
        {
            throw new CannotRun(Refusal.Mend(null, "demo.bad-row", file, row.Number));
        }
        var at = Shanghai.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return new(file, row.Number, at,
            cells.GetValueOrDefault("officer") ?? "", act, subject, FieldsOf(cells.GetValueOrDefault("fields") ?? ""));
    }

    private static Dictionary<string, string> FieldsOf(string text) =>
        FieldStart().Split(text).Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1].Trim());

    [GeneratedRegex("^([a-z][a-z_]*)=", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FieldStart();
}
