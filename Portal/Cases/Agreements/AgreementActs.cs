using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using static Transparency.Portal.Cases.Acts.FormField;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>
/// The acts on an agreement as the office keeps it: private until a declaration that carries it is approved. Subject: its number, which
/// says its village and its kind; <see cref="AgreementFields"/> reads the fields.
/// </summary>
internal static class AgreementActs
{
    private static readonly IReadOnlyList<FormField> Content =
    [
        Said("title"), Said("asset", Lines), new("area", Figure) { Optional = true },
        new("with_kind", OneOf, PartyKinds), Said("with"),
        OfAPerson("with_id_number"), OfAPerson("with_phone"), OfAPerson("with_account"), OfAPerson("with_address"),
        new("start", Day), new("end", Day), new("total", Money), new("yearly", Money) { Optional = true },
        Said("due"), Said("purpose"), new("tender") { Optional = true }, new("work") { Optional = true },
    ];

    private static readonly IReadOnlyDictionary<string, string> Hints =
        new[] { "title", "asset", "area", "with_kind", "total", "yearly", "due", "purpose" }
            .ToDictionary(name => name, name => $"office.agreement.hint.{name}");

    /// <summary>Enters an agreement; the public sees it with the approval of a declaration that carries it.</summary>
    internal static readonly Act RegisterAgreement = Of("register-agreement", RegisterAsync);

    /// <summary>Changes the working copy; fields that are not given keep what stands. Public only with a further declaration.</summary>
    internal static readonly Act ChangeAgreement = Of("change-agreement", ChangeAsync);

    public static readonly IReadOnlyList<Act> All = [RegisterAgreement, ChangeAgreement];

    public static AgreementKind KindOf(AgreementId id) => (AgreementKind)"WGSL".IndexOf(id.Value[8], StringComparison.Ordinal);

    /// <summary>Whether the law lets this officer begin one for the village.</summary>
    public static bool MayRegister(RuleBook rules, Officer by, VillageCode village, DateTimeOffset at) =>
        Registering(rules, new($"{village}-{Shanghai.DayOf(at).Year}-W-0001"), new Agreement.None(), 0, by, at) is not null;

    /// <summary>One of the two, or none.</summary>
    public static async Task<IReadOnlyList<OfferedAct>> OfferedAsync(CaseReader r, AgreementId id, Told<Agreement> told)
    {
        var offered = told.State is Agreement.Registered known
            ? Asked.Of(r.Rules, AgreementDecider.Law, known, ChangeAgreement, told.Version,
                new AgreementCommand.Change(known.Content, r.Officer, r.Now))
            : Registering(r.Rules, id, told.State, told.Version, r.Officer, r.Now);
        if (offered is null) return [];
        // The number says them; a form without them could not be read.
        var said = new Dictionary<string, string> { ["kind"] = NextNumber.LetterOf(KindOf(id)), ["village"] = id.Village.Value };
        var filled = told.State is Agreement.Registered { Content: var content }
            ? await AgreementFields.WriteAsync(r.Session, content, r.Cancelled)
            : new() { ["with_kind"] = Fields.NameOf(PartyKind.Organisation) };
        return [offered with { Hidden = said, Filled = filled, Hints = Hints }];
    }

    private static OfferedAct? Registering(
        RuleBook rules, AgreementId id, Agreement state, long version, Officer by, DateTimeOffset at)
    {
        var (party, today) = (new Party(PartyKind.Organisation, PublicName.Of(PartyKind.Organisation, "…")), Shanghai.DayOf(at));
        var sound = new AgreementContent(
            Asked.Sound, KindOf(id), id.Village, party, Asked.Sound, null, today, today, Yuan.Zero, null, Asked.Sound, Asked.Sound);
        return Asked.Of(rules, AgreementDecider.Law, state, RegisterAgreement, version, new AgreementCommand.Register(id, sound, by, at));
    }

    private static async Task<Refusal?> RegisterAsync(Doing a)
    {
        if (AgreementId.Parse(a.Subject) is not { } id) return Refusal.Mend(null, "agreement.id", a.Subject);
        var (content, person) = AgreementFields.Read(a.Fields, id, null);
        if ((a.Fields.Fault ?? await PublicNumber.TakenAsync(a.Entry, id)) is { } no) return no;
        var file = await a.Entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law);
        if (a.Stale(file.Version) is { } stale) return stale;
        if (person is not null) a.Entry.Documents.Store(person);
        return a.Entry.Decide(file, new AgreementCommand.Register(id, content, a.By, a.At));
    }

    private static async Task<Refusal?> ChangeAsync(Doing a)
    {
        var id = new AgreementId(a.Subject);
        var file = await a.Entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law);
        if (file.State is not Agreement.Registered known) return Refusal.NotNow("agreement.unknown");
        if (a.Stale(file.Version) is { } stale) return stale;
        var (content, person) = AgreementFields.Read(a.Fields, id, known.Content);
        if (a.Fields.Fault is { } no) return no;
        if (person is not null) a.Entry.Documents.Store(person);
        return a.Entry.Decide(file, new AgreementCommand.Change(content, a.By, a.At));
    }

    private static Act Of(string name, Func<Doing, Task<Refusal?>> act) =>
        new(name, act, Content) { Leaves = (subject, _) => StreamKey.Of(new AgreementId(subject)) };

    /// <summary>Of a natural person; never public.</summary>
    private static FormField OfAPerson(string name) => new(name) { Optional = true, Under = "office.with-private" };
}
