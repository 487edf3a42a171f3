using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;

namespace Transparency.Publishing.Register;

/// <summary>Where a public declaration stands; the words for it are in the texts.</summary>
public enum PublicStatus
{
    InPublicity,
    WindowClosed,
    UnderReviewAgain,
    Approved,
    Refused,
    Withdrawn,
    Revoked,
    SentBack,
    Concluded,
}

/// <summary>What made an edition.</summary>
public enum EditionKind
{
    Opening,
    WordingFix,
    Extension,
    Reopening,
    Approval,
    Refusal,
    Withdrawal,
    Revocation,
    Return,
    Conclusion,
}

/// <summary>One frozen edition: what stood, since when and why.</summary>
/// <param name="Ordinal">1 for the first</param>
/// <param name="Note">what changed, or the reason; null for a first opening and an approval</param>
public sealed record Edition(
    int Ordinal, EditionKind Kind, DateTimeOffset At, Text Unit, Deadline Window, int Round,
    DeclarationSection Section, ContentHash Hash, Text? Note)
{
    /// <summary>The article by which it was sent back; null for all others.</summary>
    public Text? Law { get; init; }
}

/// <summary>One line of the public timeline.</summary>
/// <param name="Kind">code of its words: <c>timeline.{Kind}</c></param>
/// <param name="Round">the window it belongs to, from 1</param>
public sealed record PublicActLine(string Kind, DateOnly On, Text? Unit, int Round, Text? Note);

/// <summary>An objection with its answer, in the officer's words.</summary>
public sealed record SettledObjection(
    int Round, DateOnly Received, DateOnly? Due, DateOnly On, Text Unit, bool SetAside, Text Summary, Text Answer);

/// <summary>
/// What the public may know of a declaration. Only events that are public are read here, and fields are copied one by one:
/// drafts, reasons of a return and what stands under review never arrive.
/// </summary>
/// <param name="Id">the stream's key; internal, on no page</param>
/// <param name="Acts">public acts so far</param>
public sealed record DeclarationOnRegister(
    string Id, DeclarationNumber Number, PublicStatus Status, IReadOnlyList<Edition> Editions, IReadOnlyList<PublicActLine> Timeline,
    IReadOnlyList<SettledObjection> Settled, int Acts, DateTimeOffset LastAct) : IPublicRow
{
    /// <summary>It ends with its window: nobody approves it.</summary>
    public bool Concludes { get; init; }

    public string PublicKey => string.Create(CultureInfo.InvariantCulture, $"{Number.Year:0000}-{Number.Ordinal:0000}");

    public Edition Current => Editions[^1];

    public DeclarationSection Section => Current.Section;

    public Deadline Window => Current.Window;

    public CaseEntry? Entry => new(CaseKind.Declaration, Number.ToString(), Section.Village, Number.Year);

    public IEnumerable<string> OwnSlices() =>
    [
        Slices.Declaration(Id),
        Slices.Publicity(Id),
        Slices.Numbered(Number),
        .. Status == PublicStatus.InPublicity ? [Slices.Open] : Array.Empty<string>(),
        .. Editions.SelectMany(e => e.Section.Subjects).Select(s => Slices.Agreement(s.Id)),
        .. Editions.SelectMany(e => e.Section.Plans ?? []).Select(p => Slices.Tender(p.Id)),
        .. Editions.SelectMany(e => e.Section.Decisions).Select(x => Slices.Deliberation(x.Number)),
        .. Slices.WorkOf(Section.Work),
    ];

    // An approval, a refusal or a withdrawal repeats the section that stood.
    public IPublicRow Shared()
    {
        var shared = new List<Edition>(Editions.Count);
        foreach (var edition in Editions)
            shared.Add(shared.Find(e => e.Hash == edition.Hash) is { } same ? edition with { Section = same.Section } : edition);
        return this with { Editions = shared };
    }

    public static DeclarationOnRegister? Evolve(DeclarationOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, DeclarationWindowOpened x) => Open(id, x),
        (not null, DeclarationWindowOpened x) => Reopen(now, x),
        (not null, DeclarationWordingFixed x) => Issue(now, now.Status, EditionKind.WordingFix, x.Edition, x.By, x.Section, x.Hash, x.Note),
        (not null, DeclarationWindowExtended x) => Extend(now, x),
        (not null, DeclarationRestarted x) => Add(now with { Status = PublicStatus.UnderReviewAgain }, "Restarted", x.By, x.Reason),
        (not null, DeclarationObjectionSettled x) => Settle(now, x),
        (not null, DeclarationWindowClosed x) => Close(now, x),
        (not null, DeclarationApproved x) =>
            Issue(now, PublicStatus.Approved, EditionKind.Approval, x.Edition, x.By, now.Section, x.Hash, null),
        (not null, DeclarationConcluded x) =>
            Issue(now, PublicStatus.Concluded, EditionKind.Conclusion, x.Edition, x.By, now.Section, x.Hash, null),
        (not null, DeclarationSentBack x) =>
            Issue(now, PublicStatus.SentBack, EditionKind.Return, x.Edition, x.By, now.Section, now.Current.Hash, x.Reason, x.Law),
        (not null, DeclarationRefused x) =>
            Issue(now, PublicStatus.Refused, EditionKind.Refusal, x.Edition, x.By, now.Section, now.Current.Hash, x.Reason),
        (not null, DeclarationWithdrawn { Edition: > 0 } x) =>
            Issue(now, PublicStatus.Withdrawn, EditionKind.Withdrawal, x.Edition, x.By, now.Section, now.Current.Hash, x.Reason),
        (not null, DeclarationRevoked x) =>
            Issue(now, PublicStatus.Revoked, EditionKind.Revocation, x.Edition, x.By, now.Section, now.Current.Hash, x.Reason),
        _ => now,
    };

    private static DeclarationOnRegister Open(string id, DeclarationWindowOpened x) =>
        new(id, x.Number, PublicStatus.InPublicity, [EditionOf(x, EditionKind.Opening)],
            [
                .. x.Section.Decision is { } d ? Steps(d) : [],
                new("Declared", x.Declared.On, x.Declared.Unit, 1, null),
                new("Reviewed", x.Reviewed.On, x.Reviewed.Unit, 1, null),
                new("WindowOpened", Shanghai.DayOf(x.By.At), x.By.Unit, 1, null),
            ],
            [], 1, x.By.At)
        {
            Concludes = x.Concludes,
        };

    private static IEnumerable<PublicActLine> Steps(VillageDecision d)
    {
        foreach (var held in d.Steps)
        {
            var decided = held == d.Steps[^1];
            // One meeting is one line.
            if (d.Merged && held.Step == DeliberationStep.Discussed && !decided) continue;
            var kind = decided ? "Decided"
                : d.Merged && held.Step == DeliberationStep.Proposed ? "ProposedAndDiscussed"
                : held.Step.ToString();
            yield return new(kind, held.Meeting.On, null, 1, null);
        }
        yield return new("ResolutionPosted", d.Posted, null, 1, null);
    }

    private static DeclarationOnRegister Reopen(DeclarationOnRegister now, DeclarationWindowOpened x)
    {
        var reviewed = now with { Timeline = [.. now.Timeline, new("ReviewedAgain", x.Reviewed.On, x.Reviewed.Unit, x.Round, null)] };
        IReadOnlyList<Edition> editions = [.. now.Editions, EditionOf(x, EditionKind.Reopening)];
        var open = reviewed with { Status = PublicStatus.InPublicity, Editions = editions, Concludes = x.Concludes };
        return Add(open, "WindowReopened", x.By, null);
    }

    private static DeclarationOnRegister Extend(DeclarationOnRegister now, DeclarationWindowExtended x)
    {
        var (round, section) = (now.Current.Round, now.Section);
        var edition = new Edition(x.Edition, EditionKind.Extension, x.By.At, x.By.Unit, x.Window, round, section, x.Hash, x.Reason);
        return Add(now with { Editions = [.. now.Editions, edition] }, "Extension", x.By, x.Reason);
    }

    private static Edition EditionOf(DeclarationWindowOpened x, EditionKind kind) =>
        new(x.Edition, kind, x.By.At, x.By.Unit, x.Window, x.Round, x.Section, x.Hash, x.ChangeNote);

    // It ended at 24:00 of its last day, which in hours is already the next; people know it by the last day.
    private static DeclarationOnRegister Close(DeclarationOnRegister now, DeclarationWindowClosed x) =>
        now with
        {
            Status = PublicStatus.WindowClosed,
            Timeline = [.. now.Timeline, new("WindowClosed", now.Window.Last, null, x.Round, null)],
            Acts = now.Acts + 1,
            LastAct = x.By.At,
        };

    private static DeclarationOnRegister Issue(
        DeclarationOnRegister now, PublicStatus status, EditionKind kind, int ordinal, Signature by,
        DeclarationSection section, ContentHash hash, Text? note, Text? law = null)
    {
        var edition = new Edition(ordinal, kind, by.At, by.Unit, now.Window, now.Current.Round, section, hash, note)
        {
            Law = law,
        };
        return Add(now with { Status = status, Editions = [.. now.Editions, edition] }, kind.ToString(), by, note);
    }

    private static DeclarationOnRegister Settle(DeclarationOnRegister now, DeclarationObjectionSettled x) =>
        now with
        {
            Settled = [.. now.Settled, SettledBy(x)],
            Acts = now.Acts + 1,
            LastAct = x.By.At,
        };

    private static SettledObjection SettledBy(DeclarationObjectionSettled x) =>
        new(x.Round, x.Received, x.Due, Shanghai.DayOf(x.By.At), x.By.Unit, x.SetAside, x.Summary, x.Answer);

    private static DeclarationOnRegister Add(DeclarationOnRegister now, string kind, Signature by, Text? note) =>
        now with
        {
            Timeline = [.. now.Timeline, new(kind, Shanghai.DayOf(by.At), by.Unit, now.Current.Round, note)],
            Acts = now.Acts + 1,
            LastAct = by.At,
        };
}
