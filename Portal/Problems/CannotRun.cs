using Transparency.Contracts;

namespace Transparency.Portal.Problems;

/// <summary>
/// The surroundings do not allow a verb to run (no database, port in use, read-only folder, missing program):
/// a person reads one sentence per language, found in the texts as <c>refusal.{Code}</c>; the process ends with 1.
/// </summary>
public sealed class CannotRun(Refusal why, Exception? cause = null) : Exception(why.ToString(), cause)
{
    public Refusal Why { get; } = why;
}
