using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Access;
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
        new("land", Choice, Named<LandTitle>("land")) { Optional = true }, new("existing", Choice, YesNo) { Optional = true },
    ];

    private static readonly ActsOn<AgreementId, Agreement, AgreementCommand, AgreementEvent> OnAgreement =
        new(AgreementId.Parse, text => Refusal.Mend(null, "agreement.id", text), StreamKey.Of, AgreementDecider.Law);

    private static readonly IReadOnlyDictionary<string, string> Hints =
        new[] { "title", "asset", "area", "with_kind", "total", "yearly", "due", "purpose", "land", "existing" }
            .ToDictionary(name => name, name => $"office.agreement.hint.{name}");

    /// <summary>Enters an agreement; the public sees it with the approval of a declaration that carries it.</summary>
    internal static readonly Act RegisterAgreement = Of("register-agreement", RegisterAsync);

    /// <summary>Changes the working copy; fields that are not given keep what stands. Public only with a further declaration.</summary>
    internal static readonly Act ChangeAgreement = Of("change-agreement", ChangeAsync);

    /// <summary>到期、续租、收回、解除: what became of a lease, by the village.</summary>
    private static readonly Act ReportHolding = OnAgreement.Act("report-holding",
        (a, _) => new AgreementCommand.ReportHolding(HoldingOf(a.Fields), a.By, a.At),
        new("holding", Choice, Named<HoldingState>("holding")), new("date", Day), Reason) with { IsDangerous = true };

    /// <summary>Found to be so by supervision or town; public from here on.</summary>
    private static readonly Act ConfirmHolding = OnAgreement.Act("confirm-holding",
        (a, _) => new AgreementCommand.ConfirmHolding(a.By, a.At)) with { IsDangerous = true };

    public static readonly IReadOnlyList<Act> All = [RegisterAgreement, ChangeAgreement, ReportHolding, ConfirmHolding];

    public static AgreementKind KindOf(AgreementId id) => (AgreementKind)"WGSL".IndexOf(id.Value[8], StringComparison.Ordinal);

    /// <summary>Whether the law lets this officer begin one for the village.</summary>
    public static bool MayRegister(RuleBook rules, Officer by, VillageCode village, DateTimeOffset at) =>
        Registering(rules, new($"{village}-{Shanghai.DayOf(at).Year}-W-0001"), new Agreement.None(), 0, by, at) is not null;

    /// <summary>What the village may report of a lease that is public, and what another person may confirm.</summary>
    public static IEnumerable<OfferedAct> Held(CaseReader r, Told<Agreement> told)
    {
        if (told.State is not Agreement.Registered { Content: var content }) yield break;
        OfferedAct? Ask(Act act, AgreementCommand command) =>
            Asked.Of(r.Rules, AgreementDecider.Law, told.State, act, told.Version, command);
        var returned = new Holding(HoldingState.Returned, content.Start < r.Here.Today ? r.Here.Today : content.Start, Asked.Sound);
        if (Ask(ReportHolding, new AgreementCommand.ReportHolding(returned, r.Officer, r.Now)) is { } report) yield return report;
        if (Ask(ConfirmHolding, new AgreementCommand.ConfirmHolding(r.Officer, r.Now)) is { } confirm) yield return confirm;
    }

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
        if (person is not null && a.Entry.Keep(a.By, person, content.With.Name) is { } interested) return interested;
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
        if (person is not null && a.Entry.Keep(a.By, person, content.With.Name) is { } interested) return interested;
        return a.Entry.Decide(file, new AgreementCommand.Change(content, a.By, a.At));
    }

    private static Holding HoldingOf(Fields f) => new(
        f.Required("holding", "holding", Fields.Choice<HoldingState>), f.Required("date", "day", Fields.Day), f.Text("reason"));

    private static Act Of(string name, Func<Doing, Task<Refusal?>> act) =>
        new(name, act, Content) { Leaves = (subject, _) => StreamKey.Of(new AgreementId(subject)) };

    /// <summary>Of a natural person; never public.</summary>
    private static FormField OfAPerson(string name) => new(name) { Optional = true, Under = "office.with-private" };
}
