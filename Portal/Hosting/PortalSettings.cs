using System.Globalization;
using Transparency.Contracts;
using Transparency.Portal.Backup;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Hosting;

/// <summary>All that can be configured, checked once at the start.</summary>
/// <param name="Store">way to a PostgreSQL database; null = the private cluster under <paramref name="DataFolder"/></param>
/// <param name="DataFolder">cluster, attachments, keys, log; absolute</param>
/// <param name="SiteFolder">the published tree; absolute</param>
/// <param name="PublicAddress">absolute, http or https, without a slash at the end</param>
/// <param name="TownFolder">the town's own files; null = those that ship with the program</param>
/// <param name="Languages">one or more, none twice; the first stands at the tree's root</param>
/// <param name="Today">where the demo's clock starts, UTC; null = the real clock</param>
/// <param name="Urls">where <c>serve</c> listens, separated by semicolons</param>
public sealed record PortalSettings(
    string? Store, string DataFolder, string SiteFolder, string PublicAddress, string? TownFolder,
    IReadOnlyList<Language> Languages, DateTimeOffset? Today, string Urls)
{
    public const string DefaultAddress = "http://127.0.0.1:8080";

    /// <summary>Where backups go and what they are sealed with.</summary>
    public BackupSettings Backup { get; init; } = new(Path.Combine(DataFolder, "backups"), null, BackupSettings.DefaultKeyFile);

    private static readonly string[] TodayForms =
        ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    private static readonly TimeOnly OfficeOpens = new(9, 0);

    /// <summary>Refuses (<see cref="CannotRun"/>) an address, a language, a date or a folder that cannot be meant.</summary>
    public static PortalSettings From(IConfiguration configuration)
    {
        var data = Folder(Set(configuration, "DataFolder") ?? ".data", "DataFolder");
        return new(
            NullIfBlank(configuration.GetConnectionString("Store")),
            data,
            Folder(Set(configuration, "SiteFolder") ?? Path.Combine(data, "site"), "SiteFolder"),
            Address(Set(configuration, "PublicAddress") ?? DefaultAddress),
            Set(configuration, "TownFolder") is { } town ? ExistingFolder(town) : null,
            LanguagesFrom(Set(configuration, "Languages") ?? "zh-Hans,en"),
            Set(configuration, "Today") is { } today ? Moment(today) : null,
            Listening(NullIfBlank(configuration["urls"]) ?? DefaultAddress))
        {
            Backup = new(
                Folder(Set(configuration, "BackupFolder") ?? Path.Combine(data, "backups"), "BackupFolder"),
                Set(configuration, "BackupCopyFolder") is { } copies ? Folder(copies, "BackupCopyFolder") : null,
                Path.GetFullPath(Set(configuration, "BackupKeyFile") ?? BackupSettings.DefaultKeyFile)),
        };
    }

    private static string? Set(IConfiguration configuration, string key) => NullIfBlank(configuration[$"Sunshine:{key}"]);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Folder(string path, string key)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return File.Exists(full) ? throw Wrong("settings.folder", key, full) : full;
    }

    private static string ExistingFolder(string path)
    {
        var full = Folder(path, "TownFolder");
        return Directory.Exists(full) ? full : throw Wrong("settings.folder-missing", "TownFolder", full);
    }

    private static string Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri.Query.Length == 0 && uri.Fragment.Length == 0
            ? text.TrimEnd('/')
            : throw Wrong("settings.address", text);

    /// <summary>As the web server reads them: http://*:8080 is meant too.</summary>
    private static string Listening(string urls)
    {
        try
        {
            return urls.Split(';', StringSplitOptions.RemoveEmptyEntries).All(u => BindingAddress.Parse(u).Scheme is "http" or "https")
                ? urls
                : throw Wrong("settings.urls", urls);
        }
        catch (FormatException)
        {
            throw Wrong("settings.urls", urls);
        }
    }

    private static List<Language> LanguagesFrom(string text)
    {
        var languages = text.Split([',', ';', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(tag => tag switch
            {
                "zh-Hans" or "zh" => Language.Zh,
                "en" => Language.En,
                _ => throw Wrong("settings.language", tag),
            })
            .ToList();
        return languages.Count > 0 && languages.Distinct().Count() == languages.Count ? languages : throw Wrong("settings.language", text);
    }

    private static DateTimeOffset Moment(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Shanghai.At(day, OfficeOpens)
        : DateTime.TryParseExact(text, TodayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Shanghai.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : throw Wrong("settings.today", text);

    private static CannotRun Wrong(string code, params object[] arguments) => new(Refusal.Mend(null, code, arguments));
}
