using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Verbs.CommandLine;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Verbs;

/// <summary>One word of the command line. Its usage stands in the texts as <c>usage.{Name}</c>.</summary>
/// <param name="Words">fewest and most words behind it</param>
/// <param name="Flags">options without a value</param>
/// <param name="Valued">options with one</param>
public sealed record Verb(string Name, (int Fewest, int Most) Words, string[] Flags, string[] Valued, Func<Invocation, Task<int>> RunAsync);

/// <summary>The command line: one table of verbs, and one place where what went wrong becomes a sentence and an exit code.</summary>
public static class VerbTable
{
    public static readonly IReadOnlyList<Verb> All =
    [
        new("serve", (0, 0), [], [], Serve.RunAsync),
        new("demo", (0, 0), ["--once"], [], Demo.RunAsync),
        new("import", (1, 2), ["--dry-run"], ["--as", "--template"], Import.RunAsync),
        new("export", (2, 2), [], ["--village", "--from", "--until", "--as"], Export.RunAsync),
        new("publish", (0, 0), ["--rebuild"], ["--accept-loss", "--as"], Publish.RunAsync),
        new("verify", (0, 1), [], [], Verify.RunAsync),
        new("check", (0, 0), [], [], Check.RunAsync),
        new("rebuild-register", (0, 0), [], [], Rebuild.RunAsync),
        new("backup", (1, 1), [], [], TakeBackup.RunAsync),
        new("restore", (1, 1), [], [], Restore.RunAsync),
        new("migrate", (0, 0), [], [], Migrate.RunAsync),
        new("deadline", (2, 2), [], ["--village"], CountDeadline.RunAsync),
        new("officer", (2, 2), [], ["--role", "--village"], Officers.RunAsync),
    ];

    /// <summary>0 done · 1 refused or found wrong · 2 unusable arguments.</summary>
    /// <param name="input">standard input where not given</param>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, bool terminal, TextReader? input = null) =>
        RunAsync(All, args, output, error, terminal, input);

    /// <summary>The same for a program with verbs of its own.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<Verb> verbs, string[] args, TextWriter output, TextWriter error, bool terminal, TextReader? input = null)
    {
        var verb = verbs.FirstOrDefault(v => v.Name == args.FirstOrDefault());
        if (verb is null || Arguments.Parse(args[1..], verb.Flags, verb.Valued) is not { } given
            || given.Words.Count < verb.Words.Fewest || given.Words.Count > verb.Words.Most)
        {
            return Usage(verb is null ? verbs : [verb], error);
        }
        PortalSettings? settings = null;
        try
        {
            var configuration = Configured(given);
            settings = PortalSettings.From(configuration);
            using var logs = Logs(configuration);
            return await verb.RunAsync(new(given, settings, logs, output, error, terminal) { In = input ?? Console.In });
        }
        catch (UnusableArguments)
        {
            return Usage([verb], error);
        }
        catch (Exception fault)
        {
            output.WriteLine(Invocation.Both(Faults.Named(fault) ?? Unexpected(fault, settings)));
            return Invocation.Refused;
        }
    }

    /// <summary>On standard error, since standard output is for what a verb says; <c>Logging:LogLevel:…</c> sets other levels.</summary>
    public static ILoggerFactory Logs(IConfiguration configuration) => LoggerFactory.Create(logs => logs
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .AddSimpleConsole(line => (line.SingleLine, line.UseUtcTimestamp, line.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss'Z' "))
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("Transparency", LogLevel.Information)
        // What keeps the host from starting is said once, as a sentence.
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
        // The keys lie in the data folder, which only the portal's account reads.
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        .AddConfiguration(configuration.GetSection("Logging")));

    private static IConfiguration Configured(Arguments given) =>
        new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine([.. given.Configuration])
            .Build();

    private static int Usage(IReadOnlyList<Verb> verbs, TextWriter error)
    {
        error.WriteLine(Invocation.Both("usage.head"));
        foreach (var verb in verbs)
        {
            var usage = Catalogue.Say(Language.Zh, $"usage.{verb.Name}");
            error.WriteLine($"  {usage}  {Invocation.Both($"about.{verb.Name}")}");
        }
        return Invocation.Unusable;
    }

    private static Refusal Unexpected(Exception fault, PortalSettings? settings)
    {
        var log = FaultLog.Append(settings?.DataFolder, fault);
        return log is null ? Refusal.Mend(null, "fault.unexpected", fault.GetType().Name) : Refusal.Mend(null, "fault.logged", log);
    }
}
