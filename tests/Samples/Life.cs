using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
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

    public static Life Of(string id, DeclarationSection section) => new(id, section);

    public Life Open(int ordinal, DateOnly on, Text? note = null, DeadlineRule? rule = null)
    {
        var window = Deadline.Count(rule ?? SampleTown.FiveDays, on, SampleTown.Holidays, out _) ?? throw new InvalidOperationException("holidays unknown");
        first ??= on;
        section = Dated(section);
        var declaredBy = section.Village is null ? Station : Committee;
        return Happen(new DeclarationWindowOpened(
            new(SampleTown.Town.NumberPrefix, on.Year, ordinal), ++round, ++edition, window, section, section.Hash,
            new(on.AddDays(-3), declaredBy), new(on.AddDays(-1), Station), note, By(Station, on)));
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
        Arrived.Add(new($"objection/{id}-{Arrived.Count + 1}", $"declaration/{id}", round, Shanghai.At(on, new(10, 30))));
        return this;
    }

    public Life Answer(DateOnly on, Text summary, Text answer, bool setAside = false) =>
        Happen(new DeclarationObjectionSettled(new($"{id}-{Arrived.Count}"), round, Shanghai.DayOf(Arrived[^1].At), setAside, summary, answer, By(Station, on)));

    public Life Close()
    {
        var last = Now!.Window.Last;
        return Happen(new DeclarationWindowClosed(round, [], Officer.System.Sign(Shanghai.EndOf(last))));
    }

    public Life Approve(DateOnly on) => Happen(new DeclarationApproved(++edition, section.Hash, By(Government, on)));

    public Life Refuse(DateOnly on, Text reason) => Happen(new DeclarationRefused(++edition, reason, By(Government, on)));

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
