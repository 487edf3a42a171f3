using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using static Transparency.Contracts.Escrow.Inspections.InspectionCommand;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>What may be done about one drawn village, each act with the findings that it can be about. Subject: <c>2026-2/09</c>.</summary>
internal static class InspectedVillageActs
{
    private static readonly ActsOn<InspectionKey, Inspection, InspectionCommand, InspectionEvent> OnVillage =
        new(DrawnVillage, text => Refusal.Mend(null, "inspection.subject-village", text),
            key => StreamKey.Of(key.Id), InspectionDecider.Law)
        {
            Hash = (key, state) =>
                (state as Inspection.Running)?.Of(key.Village!.Value)?.Check is VillageCheck.Recorded s
                    ? s.Result.Hash : null,
        };

    /// <summary>检查结果确认, pinned by the hash: public from here on.</summary>
    public static readonly Act ConfirmFindings = OnVillage.Pinned("confirm-findings", async (a, key, file) =>
        a.DecidePinned(file, new Confirm(key.Village!.Value, a.Fields.Hash(), await ActedAsync(a, key, file.State), a.By, a.At)));

    /// <summary>检查记录 of one village: <c>nothing</c>, or the rows of <c>found</c>.</summary>
    private static readonly Act RecordFindings = OnVillage.Whole("record-findings", async (a, key, file) =>
    {
        var (nothing, found) = (a.Fields.Flag("nothing"), a.Fields.Rows("found", FindingRows.Read));
        return a.Decide(file, new Record(key.Village!.Value, nothing, found, await ActedAsync(a, key, file.State), a.By, a.At));
    },
        new FormField("nothing", Choice, [("no", "office.inspection.something"), ("yes", "office.inspection.nothing")]),
        new FormField("found", Rows, null,
            new("code", Choice), new("cure_until", Day), FormField.Said("found_what"),
            new("found_month") { Optional = true }) { Optional = true });

    /// <summary>整改销号, by those who looked.</summary>
    private static readonly Act AcceptCure = OnVillage.Whole("accept-cure", async (a, key, file) =>
        a.Decide(file, new AcceptCure(key.Village!.Value, Number(a.Fields), await ActedAsync(a, key, file.State), a.By, a.At)), Finding);

    /// <summary>报告整改, by the village.</summary>
    private static readonly Act ReportCure = OnVillage.Act("report-cure",
        (a, key) => new ReportCure(key.Village!.Value, Number(a.Fields), a.Fields.Text("what"), a.By, a.At),
        Finding, FormField.Said("what", Lines));

    /// <summary>退回检查记录.</summary>
    private static readonly Act ReturnFindings = OnVillage.Act("return-findings",
        (a, key) => new Return(key.Village!.Value, a.Fields.Text("reason"), a.By, a.At), FormField.Reason) with { IsDangerous = true };

    /// <summary>整改退回村里.</summary>
    private static readonly Act RejectCure = OnVillage.Act("reject-cure",
        (a, key) => new RejectCure(key.Village!.Value, Number(a.Fields), a.Fields.Text("reason"), a.By, a.At),
        Finding, FormField.Reason) with { IsDangerous = true };

    /// <summary>Those that wait for somebody, the confirmation first.</summary>
    public static readonly IReadOnlyList<Act> Tasks = [ConfirmFindings, RecordFindings, AcceptCure, ReportCure];

    public static readonly IReadOnlyList<Act> All = [RecordFindings, ReturnFindings, ConfirmFindings, ReportCure, AcceptCure, RejectCure];

    private static FormField Finding => new("finding", Choice);

    public static async Task<IReadOnlyList<OfferedAct?>> OfferedAsync(
        CaseReader r, Told<Inspection> told, InspectionKey key, VillageCheck? check)
    {
        var village = key.Village!.Value;
        // Only those who look or confirm are asked whether they acted there: reading that takes the streams of all months.
        var looks = r.Officer.Roles.Any(x => x is Role.TownReview or Role.TownApprove);
        var acted = looks ? await WhoActed.OfAsync(r.Session, told.State, village, r.Cancelled) : new HashSet<PersonId>();
        OfferedAct? Ask(Act act, InspectionCommand command) =>
            Asked.Of(r.Rules, InspectionDecider.Law, told.State, act, told.Version, command);
        OfferedAct? On(Func<Cure, bool> which, Act act, Func<int, InspectionCommand> command) =>
            Which(check, which) is [var first, ..] all
                ? Ask(act, command(first.Ordinal))?.With("finding", [.. all.Select(f => OptionOf(r, f))])
                : null;
        var waiting = (check as VillageCheck.Recorded)?.Result.Hash;
        var record = Ask(RecordFindings, new Record(village, true, [], acted, r.Officer, r.Now))
            ?.With("found.code", [.. r.Rules.Findings.Select(f => new Option(f.Code, f.Name.In(r.Here.Language)))]);
        return
        [
            waiting is { } hash ? Ask(ConfirmFindings, new Confirm(village, hash, acted, r.Officer, r.Now))?.Pinning(hash) : null,
            record is null ? null : record with { Filled = FindingRows.Filled(check) },
            On(c => c is Cure.Reported, AcceptCure, n => new AcceptCure(village, n, acted, r.Officer, r.Now)),
            On(c => c is not Cure.Accepted, ReportCure, n => new ReportCure(village, n, Asked.Sound, r.Officer, r.Now)),
            Ask(ReturnFindings, new Return(village, Asked.Sound, r.Officer, r.Now)),
            On(c => c is Cure.Reported, RejectCure, n => new RejectCure(village, n, Asked.Sound, r.Officer, r.Now)),
        ];
    }

    private static InspectionKey? DrawnVillage(string subject) => InspectionKey.Parse(subject) is { Village: not null } key ? key : null;

    private static Task<IReadOnlySet<PersonId>> ActedAsync(Doing a, InspectionKey key, Inspection state) =>
        WhoActed.OfAsync(a.Entry.Documents, state, key.Village!.Value, a.Entry.Cancelled);

    private static int Number(Fields f) => f.Required("finding", "count", Fields.Count);

    private static List<Finding> Which(VillageCheck? check, Func<Cure, bool> which) =>
        check is VillageCheck.Published p ? [.. p.Result.Findings.Where(f => which(p.Cures[f.Ordinal - 1]))] : [];

    private static Option OptionOf(CaseReader r, Finding f) =>
        new(f.Ordinal.ToString(CultureInfo.InvariantCulture), $"{f.Name.In(r.Here.Language)} · {f.What.In(r.Here.Language)}");
}
