namespace Transparency.Contracts.Agreements.CleanUp;

/// <summary>合同清理: a drive in which the agreements of some villages are looked through one by one.</summary>
public abstract record Drive
{
    public sealed record None : Drive;

    public sealed record Open(DriveId Id, Text Title, IReadOnlyList<VillageCode> Villages) : Drive;

    public sealed record Closed(DriveId Id) : Drive;
}

public abstract record DriveCommand(Officer By, DateTimeOffset At)
{
    /// <param name="Villages">none for all villages of the town</param>
    public sealed record Begin(
        DriveId Id, Text Title, Text What, IReadOnlyList<VillageCode> Villages, Officer By, DateTimeOffset At) : DriveCommand(By, At);

    public sealed record Close(Officer By, DateTimeOffset At) : DriveCommand(By, At);
}

public static class DriveDecider
{
    public static readonly Decider<Drive, DriveCommand, DriveEvent> Law = new(new Drive.None(), Decide, Evolve);

    private static Decision<DriveEvent> Decide(RuleBook rules, Drive state, DriveCommand command) => (state, command) switch
    {
        _ when !command.By.Roles.Contains(Role.Town) => Refusal.NotYours("officer.may-not", new Word("role.Town")),
        (Drive.None, DriveCommand.Begin c) when Fault(rules, c) is { } no => no,
        (Drive.None, DriveCommand.Begin c) => new DriveOpened(c.Id, c.Title, c.What, Covered(rules, c), c.By.Sign(c.At)),
        (Drive.None, _) => Refusal.NotNow("drive.unknown"),
        (_, DriveCommand.Begin) => Refusal.Twice("drive.known-already"),
        (Drive.Open, DriveCommand.Close c) => new DriveClosed(c.By.Sign(c.At)),
        _ => Refusal.NotNow("drive.closed"),
    };

    private static Drive Evolve(Drive state, DriveEvent e) => (state, e) switch
    {
        (_, DriveOpened x) => new Drive.Open(x.Id, x.Title, x.Villages),
        (Drive.Open s, DriveClosed) => new Drive.Closed(s.Id),
        _ => state,
    };

    private static Refusal? Fault(RuleBook rules, DriveCommand.Begin c) =>
        DriveId.Parse(c.Id.Value) is null ? Refusal.Mend(null, "drive.id", c.Id.Value)
        : new[] { c.Title, c.What }.Any(t => t.IsEmpty || !t.IsClean) ? Refusal.Mend("title", "drive.text-missing")
        : c.Villages.Where(v => !rules.Villages.ContainsKey(v)).ToList() is [var unknown, ..]
            ? Refusal.NotNow("village.unknown", unknown.Value).At("villages")
        : null;

    private static List<VillageCode> Covered(RuleBook rules, DriveCommand.Begin c) =>
        [.. (c.Villages.Count == 0 ? rules.Villages.Keys : c.Villages).Distinct().OrderBy(v => v.Value, StringComparer.Ordinal)];
}
