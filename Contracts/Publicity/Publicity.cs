using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Publicity;

/// <summary>What the portal found when it fetched a page as anybody would.</summary>
public enum CheckResult
{
    /// <summary>The page was served, and its data file is byte for byte that of the edition.</summary>
    Stood,

    /// <summary>Something else was served than the edition that should stand.</summary>
    Differed,

    /// <summary>No answer, or none that says yes.</summary>
    Unreachable,
}

/// <summary>On the stream <c>publicity/{declaration}/{n}</c>: one look at the served page during window n.</summary>
/// <param name="Edition">the edition that should stand</param>
/// <param name="Served">SHA-256 of the notice.json that was served; null when nothing was</param>
/// <param name="Status">of the HTTP answer; null for none</param>
/// <param name="At">UTC, within the window</param>
public sealed record PublicityChecked(
    DeclarationId Declaration, int Round, int Edition, CheckResult Result, ContentHash? Served, int? Status, DateTimeOffset At);

/// <summary>The checks of one window so far.</summary>
public sealed record WindowChecks(IReadOnlyList<DateTimeOffset> Slots)
{
    public static readonly WindowChecks None = new([]);
}

/// <summary>Records what was found; the declaration as it stands says whether its window runs.</summary>
public sealed record RecordCheck(Declaration State, CheckResult Result, ContentHash? Served, int? Status, Officer By, DateTimeOffset At);

public static class PublicityDecider
{
    public static readonly Decider<WindowChecks, RecordCheck, PublicityChecked> Law = new(WindowChecks.None, Decide, Evolve);

    private static Decision<PublicityChecked> Decide(RuleBook rules, WindowChecks state, RecordCheck c) => c switch
    {
        { By: var by } when by.Id != Officer.System.Id => Refusal.NotYours("officer.may-not", new Word("role.System")),
        { State: Declaration.InPublicity s } when c.At >= s.Window.Ends => Refusal.NotNow("publicity.no-window"),
        { State: Declaration.InPublicity } when state.Slots.Contains(PublicitySlots.Of(c.At)) => Refusal.Twice("publicity.checked-already"),
        { State: Declaration.InPublicity s } =>
            new PublicityChecked(s.Case.Id, s.Case.Round, s.Case.Edition, c.Result, c.Served, c.Status, c.At),
        _ => Refusal.NotNow("publicity.no-window"),
    };

    private static WindowChecks Evolve(WindowChecks state, PublicityChecked e) => new([.. state.Slots, PublicitySlots.Of(e.At)]);
}
