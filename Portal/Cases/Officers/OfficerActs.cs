using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using static Transparency.Contracts.Officers.OfficerCommand;
using static Transparency.Portal.Cases.Acts.InputKind;
using Asks = Transparency.Contracts.Officers.OfficerCommand;

namespace Transparency.Portal.Cases.Officers;

/// <summary>The acts on one sign-in, and when its card offers them. Subject: its key.</summary>
internal static class OfficerActs
{
    private static readonly ActsOn<OfficerId, OfficerLife, OfficerCommand, OfficerEvent> OnOfficer =
        new(KeyOf, text => Refusal.Mend(null, "officer.key", text), StreamKey.Of, OfficerDecider.Law)
        {
            LockAsync = (entry, _) => Personnel.LockAsync(entry),
        };

    /// <summary>提名. The identity number is compared and forgotten.</summary>
    private static readonly Act Propose = OnOfficer.Whole("propose-officer", async (a, id, file) =>
    {
        var f = a.Fields;
        var appointment = new Appointment(id.Value, f.Line("name"), f.Text("unit"), RolesIn(f), VillagesIn(f), f.Line("id_number"));
        if ((f.Fault ?? a.Stale(file.Version)) is { } no) return no;
        return await (await Personnel.LoadAsync(a.Entry)).ProposeAsync(appointment, a.By, a.At);
    },
    new("name"), new("id_number") { Longest = 18 }, FormField.Said("unit"), RolesField, VillagesField);

    private static readonly Act Change = OnOfficer.Whole("change-officer", async (a, id, file) =>
    {
        var f = a.Fields;
        var person = (file.State as OfficerLife.Known)?.Officer.Person ?? Officer.System.Person;
        var wanted = new Officer(id, person, f.Text("unit"), RolesIn(f), VillagesIn(f));
        var personnel = await Personnel.LoadAsync(a.Entry);
        return a.Decide(file, new ChangeRoles(wanted, personnel.Others(wanted), a.By, a.At) { Kin = personnel.Kin(person) });
    },
    FormField.Said("unit"), RolesField, VillagesField);

    /// <summary>确认, by another administrator than proposed.</summary>
    public static readonly Act Confirm = OnOfficer.Whole("confirm-officer", async (a, _, file) =>
    {
        if (file.State is not OfficerLife.Known { Officer: var officer }) return a.Decide(file, new Confirm([], a.By, a.At));
        var personnel = await Personnel.LoadAsync(a.Entry);
        return a.Decide(file, new Confirm(personnel.Others(officer), a.By, a.At) { Kin = personnel.Kin(officer.Person) });
    });

    private static readonly Act Decline = OnOfficer.Act("decline-officer",
        (a, _) => new Decline(a.Fields.Text("reason"), a.By, a.At), FormField.Reason) with { IsDangerous = true };

    private static readonly Act Suspend = OnOfficer.Act("suspend-officer",
        async (a, id) => new Suspend(a.Fields.Text("reason"), await IsLastAsync(a, id), a.By, a.At),
        FormField.Reason) with { IsDangerous = true };

    private static readonly Act Resume = OnOfficer.Act("resume-officer", (a, _) => new Resume(a.By, a.At));

    /// <summary>解除, at once and for good.</summary>
    private static readonly Act Dismiss = OnOfficer.Act("dismiss-officer",
        async (a, id) => new Dismiss(a.Fields.Text("reason"), await IsLastAsync(a, id), a.By, a.At),
        FormField.Reason) with { IsDangerous = true };

    /// <summary>申报利害关系, by the officer himself or from his paper. A relative's number is compared and forgotten.</summary>
    private static readonly Act DeclareInterest = OnOfficer.Whole("declare-interest", (a, id, file) =>
    {
        var f = a.Fields;
        var (name, digits) = (f.Line("name"), f.Line("id_number"));
        var kind = f.Required("interest_kind", "interest", Fields.Choice<InterestKind>);
        if (kind == InterestKind.Firm) return Task.FromResult(a.Decide(file, new Asks.DeclareInterest(kind, null, name, a.By, a.At)));
        if (IdentityNumber.Parse(digits) is not { } number) f.Refuse("id_number", digits, "id-number");
        else if (name.Length > 0 && file.State is OfficerLife.Known { Declared: var before })
        {
            var relative = new Person($"k-{id.Value}-{before + 1}", name, IdHash: a.Entry.Identity.HashOf(number));
            a.Entry.Documents.Store(relative);
            return Task.FromResult(a.Decide(file, new Asks.DeclareInterest(kind, new(relative.Id), null, a.By, a.At)));
        }
        return Task.FromResult(a.Decide(file, new Asks.DeclareInterest(kind, null, null, a.By, a.At)));
    },
    new("interest_kind", Choice, FormField.Named<InterestKind>("interest")), new("name"),
    new("id_number") { Longest = 18, Optional = true });

    private static readonly Act EndInterest = OnOfficer.Act("end-interest",
        (a, _) => new Asks.EndInterest(a.Fields.Required("interest", "count", Fields.Count), a.Fields.Text("reason"), a.By, a.At),
        new("interest", Choice), FormField.Reason) with { IsDangerous = true };

    public static readonly IReadOnlyList<Act> All =
        [Propose, Change, Confirm, Decline, Suspend, Resume, Dismiss, DeclareInterest, EndInterest];

    private static FormField RolesField => new("roles", Several, FormField.Named<Role>("role"));

    private static FormField VillagesField => new("villages", Several) { Optional = true };

    /// <param name="rows">of all sign-ins</param>
    /// <param name="relatives">names of declared relatives by the ids of their documents</param>
    public static IEnumerable<OfferedAct> Offered(
        CaseReader r, OfficerId id, Told<OfficerLife> told, IReadOnlyList<OfficerOnRecord> rows,
        IReadOnlyDictionary<string, string> relatives)
    {
        var known = (told.State as OfficerLife.Known)?.Officer;
        var sound = new Officer(id, known?.Person ?? new(id.Value), Asked.Sound, [Role.Administrator], []);
        var others = known is null ? [] : Personnel.Others(rows, known);
        var interests = (told.State as OfficerLife.Known)?.Interests ?? [];
        var isLast = Personnel.IsLastAdministrator(rows, id);
        OfferedAct? Ask(Act act, OfficerCommand command) =>
            Asked.Of(r.Rules, OfficerDecider.Law, told.State, act, told.Version, command);
        OfferedAct?[] offered =
        [
            Ask(Propose, new Propose(sound, [], false, r.Officer, r.Now))?.With("villages", r.Villages),
            Ask(Confirm, new Confirm(others, r.Officer, r.Now)),
            Ask(Change, new ChangeRoles(sound, [], r.Officer, r.Now)) is { } change
                ? change.With("villages", r.Villages) with { Filled = Filled(known!) } : null,
            Ask(Resume, new Resume(r.Officer, r.Now)),
            Ask(Decline, new Decline(Asked.Sound, r.Officer, r.Now)),
            Ask(DeclareInterest, new Asks.DeclareInterest(InterestKind.Firm, null, Asked.Sound.Zh, r.Officer, r.Now)),
            .. interests.Take(1).Select(i => Ask(EndInterest, new Asks.EndInterest(i.Number, Asked.Sound, r.Officer, r.Now))
                ?.With("interest", [.. interests.Select(one => new Option($"{one.Number}", WordsOf(r, InWords(one, relatives))))])),
            Ask(Suspend, new Suspend(Asked.Sound, isLast, r.Officer, r.Now)),
            Ask(Dismiss, new Dismiss(Asked.Sound, isLast, r.Officer, r.Now)),
        ];
        return offered.OfType<OfferedAct>();
    }

    private static string WordsOf(CaseReader r, Sentence s) => r.Here.Say(s.Code, s.With);

    /// <summary>The relation and the name.</summary>
    public static Sentence InWords(Interest i, IReadOnlyDictionary<string, string> relatives) =>
        new("office.officer.interest", new Word($"interest.{i.Kind}"),
            new Text(i.Firm ?? (i.Relative is { } id ? relatives.GetValueOrDefault(id.Value) : null) ?? "…"));

    private static Dictionary<string, string> Filled(Officer o) => new()
    {
        ["unit"] = o.Unit.Zh, ["unit_en"] = o.Unit.En ?? "",
        ["roles"] = string.Join(' ', o.Roles.Select(Fields.NameOf)), ["villages"] = string.Join(' ', o.Villages.Select(v => v.Value)),
    };

    private static IReadOnlyList<Role> RolesIn(Fields f) => f.Several<Role>("roles", "role", Fields.Choice<Role>);

    private static IReadOnlyList<VillageCode> VillagesIn(Fields f) => f.Several<VillageCode>("villages", "village", VillageCode.Parse);

    private static async Task<bool> IsLastAsync(Doing a, OfficerId id) => (await Personnel.LoadAsync(a.Entry)).IsLastAdministrator(id);

    private static OfficerId? KeyOf(string subject) => subject.Length is > 0 and <= OfficerDecider.LongestKey ? new(subject) : null;
}
