using Transparency.Contracts;
using Transparency.Contracts.Suppressions;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;
using static Transparency.Contracts.Suppressions.SuppressionCommand;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Suppressions;

/// <summary>The acts on one suppression, and when its page offers them. Subject: its internal id.</summary>
internal static class SuppressionActs
{
    private static readonly ActsOn<SuppressionId, Suppression, SuppressionCommand, SuppressionEvent> OnSuppression =
        new(IdOf, text => Refusal.Mend(null, "suppression.subject", text), SuppressionStore.KeyOf, SuppressionDecider.Law);

    /// <summary>提出撤下. Not public.</summary>
    private static readonly Act Propose = Of(OnSuppression.Act("propose-suppression", async (a, _) =>
    {
        var address = PublicAddress.Of(a.Fields.Line("address"));
        var ground = a.Fields.Required("ground", "suppression-ground", Fields.Choice<SuppressionGround>);
        var words = new SuppressionWords(address, ground, a.Fields.Text("reason"));
        return new Propose(words, await StandsAt.IsAnyAsync(a.Entry.Documents, address, a.Entry.Cancelled), a.By, a.At);
    },
    new("address"), new("ground", Choice, FormField.Named<SuppressionGround>("suppression-ground")), FormField.Reason));

    /// <summary>确认撤下, public at once; takes the year's next number in the same transaction.</summary>
    public static readonly Act Confirm = Of(OnSuppression.Whole("confirm-suppression", async (a, id, file) =>
    {
        var address = (file.State as Suppression.Known)?.Words.Address ?? "";
        var year = Shanghai.DayOf(a.At).Year;
        var numbers = SuppressionStore.NumbersOf(year);
        var taken = await a.Entry.VersionAsync(numbers);
        var (editions, files) = await StandsAt.ReadAsync(a.Entry.Documents, address, a.Entry.Cancelled);
        var number = new SuppressionNumber(year, (int)taken + 1);
        if (a.Decide(file, new Confirm(number, editions, files, a.By, a.At)) is { } no) return no;
        a.Entry.Append(numbers, taken, new SuppressionNumberTaken(number.Ordinal, id, a.At));
        return await PublicNumber.WaitsAsync(a.Entry, $"{number}", SiteMap.SuppressionFolder(number));
    }));

    private static readonly Act Decline = Of(OnSuppression.Act("decline-suppression",
        (a, _) => new Decline(a.Fields.Text("reason"), a.By, a.At), FormField.Reason)) with { IsDangerous = true };

    public static readonly IReadOnlyList<Act> All = [Propose, Confirm, Decline];

    public static IEnumerable<OfferedAct> Offered(
        CaseReader r, Told<Suppression> told, IReadOnlyList<SuppressedEdition> editions, IReadOnlyList<SuppressedFile> files)
    {
        OfferedAct? Ask(Act act, SuppressionCommand command) =>
            Asked.Of(r.Rules, SuppressionDecider.Law, told.State, act, told.Version, command);
        OfferedAct?[] offered =
        [
            Ask(Propose, new Propose(new("…", default, Asked.Sound), true, r.Officer, r.Now)),
            Ask(Confirm, new Confirm(new(r.Here.Today.Year, 1), editions, files, r.Officer, r.Now)),
            Ask(Decline, new Decline(Asked.Sound, r.Officer, r.Now)),
        ];
        return offered.OfType<OfferedAct>();
    }

    private static Act Of(Act act) => act with { SubjectOf = key => NewId.FromKey(key).Value };

    private static SuppressionId? IdOf(string subject) => subject.Length is > 0 and <= 100 ? new(subject) : null;
}
