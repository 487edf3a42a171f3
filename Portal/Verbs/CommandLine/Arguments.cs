namespace Transparency.Portal.Verbs.CommandLine;

/// <summary>
/// What stands after the verb: words, the verb's own options, and configuration in the standard form (<c>--Sunshine:DataFolder=…</c>).
/// </summary>
public sealed record Arguments(
    IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Configuration)
{
    private static readonly string[] ConfigurationKeys = ["--Sunshine:", "--ConnectionStrings:", "--Logging:", "--urls"];

    public string? this[string option] => Options.GetValueOrDefault(option);

    public bool Has(string option) => Options.ContainsKey(option);

    /// <summary>Null when an option is unknown, stands twice, or lacks its value.</summary>
    /// <param name="flags">options without a value, such as <c>--dry-run</c></param>
    /// <param name="valued">options with one, such as <c>--as</c></param>
    public static Arguments? Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> flags, IReadOnlyCollection<string> valued)
    {
        var words = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var configuration = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var arg = args[i];
            if (!arg.StartsWith("--", StringComparison.Ordinal)) { words.Add(arg); continue; }
            var (name, value) = arg.IndexOf('=') is var at and > 0 ? (arg[..at], arg[(at + 1)..]) : (arg, null);
            var isSetting = ConfigurationKeys.Any(k => name.StartsWith(k, StringComparison.OrdinalIgnoreCase));
            if (isSetting || valued.Contains(name))
            {
                if (value is null && i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)) value = args[++i];
                if (value is null) return null;
            }
            else if (!flags.Contains(name) || value is not null) return null;

            if (isSetting) configuration.Add($"{name}={value}");
            else if (!options.TryAdd(name, value ?? "")) return null;
        }
        return new(words, options, configuration);
    }
}
