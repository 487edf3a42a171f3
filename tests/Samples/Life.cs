using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Publicity;
using Transparency.Publishing.Register;

namespace Transparency.Samples;

/// <summary>The life of one declaration, event by event, as the register folds it.</summary>
public sealed class Life
{
    private static readonly Text Committee = new("村委会", "the villagers' committee");
    private static readonly Text Station = new("镇经管站", "the Town Rural Economy Office");
    private static readonly Text Government = new("镇政府", "the Town Government");

    private readonly string id;
    private DeclarationSection section;
    private DateOnly? first;
    private int edition;
    private int round;

    private Life(string id, DeclarationSection section) => (this.id, this.section) = (id, section);

    /// <summary>What the register knows; null before the first window.</summary>
    public DeclarationOnRegister? Now { get; private set; }

    /// <summary>How many objections arrived in each round.</summary>
    public List<ObjectionOnRegister> Arrived { get; } = [];

    public List<PublicityOnRegister> Checks { get; } = [];

    public static Life Of(string id, DeclarationSection section) => new(id, section);

    public Life Open(int ordinal, DateOnly on, Text? note = null, DeadlineRule? rule = null, bool concludes = false)
    {
        var window = SampleTown.Counted(rule ?? SampleTown.FiveDays, on);
        first ??= on;
        section = Dated(section);
        var declaredBy = section.Village is null ? Station : Committee;
        return Happen(new DeclarationWindowOpened(
            new(SampleTown.Town.NumberPrefix, on.Year, ordinal), ++round, ++edition, window, section, section.Hash,
            new(on.AddDays(-3), declaredBy), new(on.AddDays(-1), Station), note, By(Station, on), concludes));
    }

    public Life Fix(DateOnly on, DeclarationSection corrected, Text note)
    {
        section = Dated(corrected);
        return Happen(new DeclarationWordingFixed(++edition, section, section.Hash, note, By(Station, on)));
    }

    public Life Restart(DateOnly on, DeclarationSection changed, Text reason)
    {
        section = Dated(changed);
        return Happen(new DeclarationRestarted(ContentOf(section), section, section.Hash, reason, [], By(Committee, on)));
    }

    public Life Object(DateOnly on)
    {
        Arrived.Add(new($"objection/{id}-{Arrived.Count + 1}", $"declaration/{id}", round, Shanghai.At(on, new(10, 30)), SampleTown.Counted(SampleTown.ThreeDaysToAnswer, on).Last));
        return this;
    }

    public Life Answer(DateOnly on, Text summary, Text answer, bool setAside = false)
    {
        Arrived[^1] = Arrived[^1] with { Settled = on };
        return Happen(new DeclarationObjectionSettled(new($"{id}-{Arrived.Count}"), round, Shanghai.DayOf(Arrived[^1].At), Arrived[^1].Due, setAside, summary, answer, By(Station, on)));
    }

    /// <summary>The page was looked at in every slot of the present window; in the sixth nobody answered, and the seventh was missed.</summary>
    public Life Watched()
    {
        var slots = PublicitySlots.Between(Now!.Current.At, Now.Window.Ends).Select(slot => slot.AddMinutes(7)).Where(at => at > Now.Current.At);
        var checks = slots.Index().Where(x => x.Index != 6).Select(x => new PageCheck(x.Item, edition, x.Index == 5 ? CheckResult.Unreachable : CheckResult.Stood, x.Index == 5 ? null : 200));
        Checks.Add(new(PublicityOnRegister.KeyOf($"declaration/{id}", round), $"declaration/{id}", round, [.. checks]));
        return this;
    }

    public Life Close()
    {
        var last = Now!.Window.Last;
        return Happen(new DeclarationWindowClosed(round, [], Officer.System.Sign(Shanghai.EndOf(last))));
    }

    public Life Approve(DateOnly on) => Happen(new DeclarationApproved(++edition, section.Hash, By(Government, on)));

    public Life Refuse(DateOnly on, Text reason) => Happen(new DeclarationRefused(++edition, reason, By(Government, on)));

    public Life SendBack(DateOnly on, Text reason, Text law) => Happen(new DeclarationSentBack(++edition, reason, law, By(Government, on)));

    public Life Conclude() => Happen(new DeclarationConcluded(++edition, section.Hash, Officer.System.Sign(Now!.LastAct)));

    public Life Withdraw(DateOnly on, Text reason) => Happen(new DeclarationWithdrawn(++edition, reason, By(Committee, on)));

    public Life Revoke(DateOnly on, Text reason) => Happen(new DeclarationRevoked(++edition, reason, By(Government, on)));

    private Life Happen(DeclarationEvent e)
    {
        Now = DeclarationOnRegister.Evolve(Now, $"declaration/{id}", e);
        return this;
    }

    // The village decides eight days before the first window.
    private DeclarationSection Dated(DeclarationSection s) => s with { Decision = s.Decision is { } d ? d.On(first!.Value.AddDays(-8)) : null };

    private static Signature By(Text unit, DateOnly on) => new(new("sample"), new("sample"), unit, Shanghai.At(on, new(9, 0)));

    private static DeclarationContent ContentOf(DeclarationSection s) =>
        new(s.Title, s.Matter, s.Village, s.What, s.ForWhom, s.Ask, s.Sources, s.Budget, s.Body, s.Decision?.Number, [.. s.Subjects.Select(x => x.Id)]);
}
