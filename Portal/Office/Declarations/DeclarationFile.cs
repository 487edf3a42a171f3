using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Office.Declarations;

/// <summary>All that the office knows of one declaration, as its stream and the working copies of its subjects stand now.</summary>
/// <param name="History">what happened, oldest first, with the version that each act made</param>
/// <param name="Now">what would become public, or what stands in public when the content is frozen</param>
/// <param name="Arrived">objections of all windows</param>
/// <param name="Public">null as long as no window was opened</param>
public sealed record DeclarationFile(
    DeclarationId Id, long Version, Declaration.Known State, IReadOnlyList<(long Version, DeclarationEvent Event)> History,
    DeclarationSection Now, IReadOnlyList<ObjectionOnRegister> Arrived, DeclarationOnRegister? Public)
{
    public Case Case => State.Case;

    /// <summary>Who asks for the case's way: the matter's own row names the roles.</summary>
    public string Matter => Case.Content.Matter;

    public IEnumerable<ObjectionOnRegister> Unsettled => Arrived.Where(o => !Case.Settled.Contains(new(StreamKey.IdOf(o.Id))));

    public DateTimeOffset Since => History[^1].Event.By().At;

    /// <summary>What was last declared, reviewed or published and reads otherwise than now; null when nothing differs.</summary>
    public DeclarationSection? Before => Case.Sections.LastOrDefault(s => s.Hash != Now.Hash);

    public static async Task<DeclarationFile?> LoadAsync(IQuerySession session, RuleBook rules, DeclarationId id, CancellationToken ct)
    {
        var key = StreamKey.Of(id);
        var history = (await session.Events.FetchStreamAsync(key, token: ct)).Select(e => (e.Version, (DeclarationEvent)e.Data)).ToList();
        if (DeclarationDecider.Law.Fold(history.Select(h => h.Item2)) is not Declaration.Known state) return null;
        var arrived = state.Case.IsPublic ? await session.Query<ObjectionOnRegister>().Where(o => o.Declaration == key).ToListAsync(ct) : [];
        var row = state.Case.IsPublic ? await session.LoadAsync<DeclarationOnRegister>(key, ct) : null;
        return new(id, history[^1].Version, state, history, await NowAsync(session, rules, state, ct), [.. arrived.OrderBy(o => o.At).ThenBy(o => o.Id, StringComparer.Ordinal)], row);
    }

    /// <summary>The section that <paramref name="content"/> makes with its subjects' working copies; a subject that nobody registered is left out.</summary>
    public static async Task<DeclarationSection> SectionAsync(IQuerySession session, RuleBook rules, DeclarationContent content, CancellationToken ct)
    {
        var subjects = new List<AgreementSection>();
        foreach (var id in content.Subjects)
            if ((await Entry.LoadAsync(session, StreamKey.Of(id), AgreementDecider.Law, ct)).State is Agreement.Registered known)
                subjects.Add(AgreementSection.Of(known.Id, known.Content, rules));
        return DeclarationSection.Of(content, rules, subjects);
    }

    private static async Task<DeclarationSection> NowAsync(IQuerySession session, RuleBook rules, Declaration.Known state, CancellationToken ct) => state switch
    {
        Declaration.InPublicity s => s.Section,
        Declaration.WindowClosed s => s.Section,
        Declaration.Approved s => s.Section,
        Declaration.Refused or Declaration.Withdrawn or Declaration.Revoked or Declaration.ReviewRefused when state.Case.Sections.Count > 0 => state.Case.Sections[^1],
        _ => await SectionAsync(session, rules, state.Case.Content, ct),
    };
}
