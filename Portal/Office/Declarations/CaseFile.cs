using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Declarations;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Office.Declarations;

/// <summary>All that the office knows of one declaration, as its stream and the working copies of its subjects stand now.</summary>
/// <param name="History">what happened, oldest first, with the version that each act made</param>
/// <param name="Now">what would become public, or what stands in public when the content is frozen</param>
/// <param name="Basis">the deliberation that the content rests on</param>
/// <param name="NowFault">why <paramref name="Now"/> is not whole (a subject that nobody registered), or null</param>
/// <param name="Arrived">objections of all windows, oldest first</param>
/// <param name="Public">null as long as no window was opened</param>
public sealed record CaseFile(
    DeclarationId Id, long Version, Declaration.Known State, IReadOnlyList<(long Version, DeclarationEvent Event)> History,
    DeclarationSection Now, Deliberation Basis, Refusal? NowFault, IReadOnlyList<ObjectionOnRegister> Arrived, DeclarationOnRegister? Public)
{
    public Case Case => State.Case;

    public VillageCode? Village => Case.Content.Village;

    public IEnumerable<ObjectionOnRegister> Unsettled => Arrived.Where(o => !Case.Settled.Contains(new(StreamKey.IdOf(o.Id))));

    public DateTimeOffset Since => History[^1].Event.By().At;

    /// <summary>What was last declared, reviewed or published and reads otherwise than now; null when nothing differs.</summary>
    public DeclarationSection? Before => Case.Sections.LastOrDefault(s => s.Hash != Now.Hash);

    public static async Task<CaseFile?> LoadAsync(IQuerySession session, RuleBook rules, DeclarationId id, CancellationToken ct)
    {
        var key = StreamKey.Of(id);
        var history = (await session.Events.FetchStreamAsync(key, token: ct)).Select(e => (e.Version, (DeclarationEvent)e.Data)).ToList();
        if (DeclarationDecider.Law.Fold(history.Select(h => h.Item2)) is not Declaration.Known state) return null;
        var arrived = state.Case.IsPublic ? await session.Query<ObjectionOnRegister>().Where(o => o.Declaration == key).ToListAsync(ct) : [];
        var row = state.Case.IsPublic ? await session.LoadAsync<DeclarationOnRegister>(key, ct) : null;
        var (now, fault) = await NowAsync(session, rules, state, ct);
        return new(id, history[^1].Version, state, history, now, await SectionNow.BasisAsync(session, state.Case.Content, ct), fault, [.. arrived.OrderBy(o => o.At).ThenBy(o => o.Id, StringComparer.Ordinal)], row);
    }

    /// <summary>Content as its section; where that cannot be had, as much of it as the rules in force still know.</summary>
    public static async Task<(DeclarationSection Section, Refusal? Fault)> SectionAsync(IQuerySession session, RuleBook rules, DeclarationContent c, CancellationToken ct) =>
        await SectionNow.OfAsync(session, rules, c, ct) switch
        {
            Decision<DeclarationSection>.Accepted { Events: [var section] } => (section, null),
            Decision<DeclarationSection>.Refused no => (Bare(rules, c), no.Why),
            _ => throw new InvalidOperationException("a section is one or refused"),
        };

    private static async Task<(DeclarationSection, Refusal?)> NowAsync(IQuerySession session, RuleBook rules, Declaration.Known state, CancellationToken ct) => state switch
    {
        Declaration.InPublicity s => (s.Section, null),
        Declaration.WindowClosed s => (s.Section, null),
        Declaration.Approved s => (s.Section, null),
        Declaration.Refused or Declaration.Withdrawn or Declaration.Revoked or Declaration.ReviewRefused when state.Case.Sections.Count > 0 => (state.Case.Sections[^1], null),
        _ => await SectionAsync(session, rules, state.Case.Content, ct),
    };

    private static DeclarationSection Bare(RuleBook rules, DeclarationContent c)
    {
        var (matter, village) = (rules.Matters.GetValueOrDefault(c.Matter), c.Village is { } v ? rules.Villages.GetValueOrDefault(v) : null);
        return new(c.Title, c.Matter, matter?.Name ?? new(c.Matter), matter?.Law ?? "", c.Village, village?.Name ?? rules.Town.Name, rules.Town.Name,
            c.What, c.ForWhom, c.Ask, c.Sources, c.Budget, c.Body, null, [], []);
    }
}
