using Transparency.Contracts;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.Tree;

/// <summary>
/// Tells the outputs of many parts so that each fails alone: one that throws while it is told, that has a path which cannot be, or
/// that another has too, is left out and named. What is left out is not what has gone: as long as anything is, nothing may be removed.
/// </summary>
/// <param name="already"><c>output.failed</c> of what could not even be read</param>
public sealed class Attempts(params IReadOnlyList<Refusal> already)
{
    private readonly List<Refusal> failed = [.. already];
    private readonly HashSet<string> parts = new(StringComparer.Ordinal);

    /// <summary><c>output.failed</c> for each, with the name of its part or its path, and the kind of fault.</summary>
    public IReadOnlyList<Refusal> Failed => failed;

    /// <summary>Names of the parts of which nothing, or not everything, could be told.</summary>
    public IReadOnlySet<string> Parts => parts;

    public static Refusal Failure(string where, Exception fault) => Failure(where, fault.GetType().Name);

    /// <param name="fault">its kind: of an exception the type, of a refusal the code</param>
    public static Refusal Failure(string where, string fault) => Refusal.Mend(null, "output.failed", where, fault);

    /// <summary>Paths once each; of two outputs with one path the first.</summary>
    public List<Output> Of(IEnumerable<Part> of)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var outputs = new List<Output>();
        foreach (var part in of)
        {
            foreach (var output in Each(part.Name, part.Outputs))
            {
                if (Misplaced(output.Path, seen) is { } fault) Note(part.Name, output.Path, fault);
                else outputs.Add(output);
            }
        }
        return outputs;
    }

    /// <summary>What <paramref name="make"/> tells; nothing, when it throws at any point.</summary>
    public IReadOnlyList<T> Each<T>(string name, Func<IEnumerable<T>> make)
    {
        try
        {
            return [.. make()];
        }
        catch (Exception fault)
        {
            Note(name, name, fault);
            return [];
        }
    }

    private static ArgumentException? Misplaced(string path, HashSet<string> seen)
    {
        try
        {
            PublicPath.Check(path);
            return seen.Add(path) ? null : new ArgumentException("a path that another output has");
        }
        catch (ArgumentException fault)
        {
            return fault;
        }
    }

    private void Note(string part, string where, Exception fault)
    {
        parts.Add(part);
        var why = Failure(where, fault);
        if (!failed.Contains(why)) failed.Add(why);
    }
}
