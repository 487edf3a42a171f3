namespace Transparency.Portal.Press;

/// <summary>What the looks at the jobs' table have found in this process.</summary>
public sealed class JobsState
{
    private volatile Lack? last;
    private volatile IReadOnlyList<string> lackingNow = [];

    /// <param name="Jobs">ids</param>
    public sealed record Lack(DateTimeOffset At, IReadOnlyList<string> Jobs);

    /// <summary>What lacked at the newest look, a minute ago at most, though it was put back; empty as a rule.</summary>
    public IReadOnlyList<string> LackingNow => lackingNow;

    /// <summary>The last time that anything lacked, or null: somebody or something has deleted it.</summary>
    public Lack? Last => last;

    internal void Looked(DateTimeOffset at, IReadOnlyList<string> lacking)
    {
        lackingNow = lacking;
        if (lacking.Count > 0) last = new(at, lacking);
    }
}
