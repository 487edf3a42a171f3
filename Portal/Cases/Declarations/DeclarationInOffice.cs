using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>All that the office knows of one declaration, as its stream and the working copies of its subjects stand now.</summary>
/// <param name="History">what happened, oldest first, with the version that each act made</param>
/// <param name="Now">what would become public, or what stands in public when the content is frozen</param>
/// <param name="Bases">the deliberations that the content rests on</param>
/// <param name="NowFault">why <paramref name="Now"/> is not whole (a subject that nobody registered), or null</param>
/// <param name="Arrived">objections of all windows, oldest first</param>
/// <param name="Public">null as long as no window was opened</param>
/// <param name="Looks">what looking at the present window's page has found so far; null before the first look</param>
public sealed record DeclarationInOffice(
    DeclarationId Id, long Version, Declaration.Known State, IReadOnlyList<Happening> History,
    DeclarationSection Now, Bases Bases, Refusal? NowFault, IReadOnlyList<ObjectionOnRegister> Arrived,
    DeclarationOnRegister? Public, PublicityOnRegister? Looks)
{
    public Case Case => State.Case;

    public VillageCode? Village => Case.Content.Village;

    public IEnumerable<ObjectionOnRegister> Unsettled => Arrived.Where(o => !Case.Settled.Contains(new(StreamKey.IdOf(o.Id))));

    public DateTimeOffset Since => History[^1].Event.By.At;

    /// <summary>What was last declared, reviewed or published and reads otherwise than now; null when nothing differs.</summary>
    public DeclarationSection? Before => Case.Sections.LastOrDefault(s => s.Hash != Now.Hash);

    /// <summary>
    /// Wording fixes of the present window, each with the section that it replaced: what whoever approves is to see field by field.
    /// </summary>
    public IEnumerable<(DeclarationSection Before, DeclarationWordingFixed Fix)> Fixes
    {
        get
        {
            DeclarationSection? standing = null;
            var fixes = new List<(DeclarationSection, DeclarationWordingFixed)>();
            foreach (var e in History.Select(h => h.Event))
            {
                if (e is DeclarationWindowOpened opened) (standing, fixes) = (opened.Section, []);
                if (e is DeclarationWordingFixed fix && standing is not null)
                {
                    fixes.Add((standing, fix));
                    standing = fix.Section;
                }
            }
            return fixes;
        }
    }

    /// <summary>The window's certificate is public: it ran to its end, and every objection of it is answered.</summary>
    public bool HasCertificate => Public is { Current.Round: var round } row
        && row.Timeline.Any(t => t.Kind == "WindowClosed" && t.Round == round)
        && Arrived.Where(o => o.Round == round).All(o => o.Settled is not null);

    /// <summary>A wording that waits for another person; null for none.</summary>
    public WordingProposal? Proposed => (State as Declaration.InPublicity)?.Proposed;

    /// <summary>Letters are read by those who answer them, never by anybody who declared the matter.</summary>
    public bool ShowsLettersTo(Officer officer, RuleBook rules) =>
        rules.Matters.TryGetValue(Case.Content.Matter, out var matter)
        && officer.Holds(matter.Reviewer, Village) && !Case.Declarants.Contains(officer.Person);

    /// <summary>Whose it is, as its own stream tells it.</summary>
    public Readers ReadersBy(RuleBook rules) => History
        .Aggregate((DeclarationOnDesk?)null, (row, h) => DeclarationOnDesk.Next(row, StreamKey.Of(Id), h.Event))!.ReadersBy(rules);

    /// <summary>For writing: null when there is none, or when this officer is none of its own people: the two answer alike.</summary>
    public static async Task<DeclarationInOffice?> FindAsync(CaseReader r, string id) =>
        await LoadAsync(r, new(id)) is { } file && file.ReadersBy(r.Rules).IsOwn(r.Officer) ? file : null;

    public static async Task<DeclarationInOffice?> LoadAsync(CaseReader r, DeclarationId id)
    {
        var key = StreamKey.Of(id);
        var told = await r.ReadAsync(key, DeclarationDecider.Law);
        if (told.State is not Declaration.Known state) return null;
        var objections = r.Session.Query<ObjectionOnRegister>().Where(o => o.Declaration == key);
        var arrived = state.Case.IsPublic ? await objections.ToListAsync(r.Cancelled) : [];
        var row = state.Case.IsPublic ? await r.Session.LoadAsync<DeclarationOnRegister>(key, r.Cancelled) : null;
        var looks = row is null ? null
            : await r.Session.LoadAsync<PublicityOnRegister>(PublicityOnRegister.KeyOf(key, row.Current.Round), r.Cancelled);
        var (now, fault) = await NowAsync(r.Session, r.Rules, state, r.Cancelled);
        var bases = await SectionNow.BasesAsync(r.Session, state.Case.Content, r.Cancelled);
        return new(id, told.Version, state, told.History, now, bases, fault,
            [.. arrived.OrderBy(o => o.At).ThenBy(o => o.Id, StringComparer.Ordinal)], row, looks);
    }

    /// <summary>Content as its section; where that cannot be had, as much of it as the rules in force still know.</summary>
    public static async Task<(DeclarationSection Section, Refusal? Fault)> SectionAsync(
        IQuerySession session, RuleBook rules, DeclarationContent c, CancellationToken ct) =>
        await SectionNow.OfAsync(session, rules, c, ct) switch
        {
            Result<DeclarationSection>.Of(var section) => (section, null),
            Result<DeclarationSection>.Refused no => (Bare(rules, c), no.Why),
            _ => throw new InvalidOperationException("a section is one or refused"),
        };

    private static async Task<(DeclarationSection, Refusal?)> NowAsync(
        IQuerySession session, RuleBook rules, Declaration.Known state, CancellationToken ct) => state switch
    {
        Declaration.InPublicity s => (s.Section, null),
        Declaration.WindowClosed s => (s.Section, null),
        Declaration.Approved s => (s.Section, null),
        Declaration.Concluded s => (s.Section, null),
        Declaration.SentBack s => (s.Section, null),
        Declaration.Refused or Declaration.Withdrawn or Declaration.Revoked or Declaration.ReviewRefused
            when state.Case.Sections.Count > 0 => (state.Case.Sections[^1], null),
        _ => await SectionAsync(session, SectionNow.RulesOf(rules, state), state.Case.Content, ct),
    };

    private static DeclarationSection Bare(RuleBook rules, DeclarationContent c)
    {
        var matter = rules.Matters.GetValueOrDefault(c.Matter);
        var village = c.Village is { } v ? rules.Villages.GetValueOrDefault(v) : null;
        return new(
            c.Title, c.Matter, matter?.Name ?? new(c.Matter), matter?.Law ?? "", c.Village, village?.Name ?? rules.Town.Name,
            rules.Town.Name, c.What, c.ForWhom, c.Ask, c.Sources, c.Budget, c.Body, null, c.Attachments ?? [], []);
    }
}
