using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Verbs.CommandLine;

/// <summary>The arguments cannot be meant: usage on standard error, and 2.</summary>
public sealed class UnusableArguments : Exception;

/// <summary>One call of one verb: what was asked, under which settings, and where it speaks.</summary>
/// <param name="Logs">what the program says of itself</param>
/// <param name="Terminal">true when a person watches standard error</param>
public sealed record Invocation(
    Arguments Arguments, PortalSettings Settings, ILoggerFactory Logs, TextWriter Out, TextWriter Error, bool Terminal)
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Unusable = 2;

    /// <summary>What must stand in no argument, where every account of the machine could read it, is read from here.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    public IReadOnlyList<string> Words => Arguments.Words;

    public Progress Progress(string code) => new(Error, Terminal, Both(code));

    /// <summary>One line on standard output, Chinese and English.</summary>
    public void Say(string code, params object[] arguments) => Out.WriteLine(Both(code, arguments));

    public int Refuse(Refusal why)
    {
        Out.WriteLine(Both(why));
        return Refused;
    }

    public static string Both(Refusal why) => Both($"refusal.{why.Code}", [.. why.Arguments]);

    public static string Both(string code, params object[] arguments) =>
        $"{Catalogue.Say(Language.Zh, code, arguments)} · {Catalogue.Say(Language.En, code, arguments)}";
}
