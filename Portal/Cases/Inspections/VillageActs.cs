using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>What may be done about one drawn village, each act with the findings that it can be about.</summary>
internal static class VillageActs
{
    public static async Task<IReadOnlyList<OfferedAct?>> OfAsync(CaseReader r, Told<Inspection> told, InspectionKey key, VillageCheck? check)
    {
        var village = key.Village!.Value;
        // Only those who look or confirm are asked whether they acted there: reading that takes the streams of all months.
        var acted = r.Officer.Roles.Any(x => x is Role.TownReview or Role.TownApprove) ? await WhoActed.OfAsync(r.Session, told.State, village, r.Cancelled) : new HashSet<PersonId>();
        OfferedAct? Ask(string act, InspectionCommand command) => Asked.Of(r.Rules, InspectionDecider.Law, told.State, act, told.Version, command);
        OfferedAct? On(Func<Cure, bool> which, string act, Func<int, InspectionCommand> command) =>
            Which(check, which) is [var first, ..] all && Ask(act, command(first.Ordinal)) is { } offered ? offered with { Choices = new Dictionary<string, IReadOnlyList<Option>> { ["finding"] = [.. all.Select(f => OptionOf(r, f))] } } : null;
        return
        [
            check is VillageCheck.Recorded s && Ask("confirm-findings", new InspectionCommand.Confirm(village, s.Result.Hash, acted, r.Officer, r.Now)) is { } confirm
                ? confirm with { Hidden = new Dictionary<string, string> { ["hash"] = s.Result.Hash.Value } } : null,
            Ask("record-findings", new InspectionCommand.Record(village, true, [], acted, r.Officer, r.Now)) is { } record
                ? record with { Filled = Filled(check), Choices = new Dictionary<string, IReadOnlyList<Option>> { ["found.code"] = [.. r.Rules.Findings.Select(f => new Option(f.Code, f.Name.In(r.Here.Language)))] } } : null,
            On(c => c is Cure.Reported, "accept-cure", n => new InspectionCommand.AcceptCure(village, n, acted, r.Officer, r.Now)),
            On(c => c is not Cure.Accepted, "report-cure", n => new InspectionCommand.ReportCure(village, n, Asked.Sound, r.Officer, r.Now)),
            Ask("return-findings", new InspectionCommand.Return(village, Asked.Sound, r.Officer, r.Now)),
            On(c => c is Cure.Reported, "reject-cure", n => new InspectionCommand.RejectCure(village, n, Asked.Sound, r.Officer, r.Now)),
        ];
    }

    private static List<Finding> Which(VillageCheck? check, Func<Cure, bool> which) => check is VillageCheck.Published p ? [.. p.Result.Findings.Where(f => which(p.Cures[f.Ordinal - 1]))] : [];

    private static Option OptionOf(CaseReader r, Finding f) => new(Number(f.Ordinal), $"{f.Name.In(r.Here.Language)} · {f.What.In(r.Here.Language)}");

    /// <summary>What was recorded before, so that it is mended and not written once more.</summary>
    private static Dictionary<string, string> Filled(VillageCheck? check)
    {
        var filled = new Dictionary<string, string>();
        if (((check as VillageCheck.Recorded)?.Result ?? (check as VillageCheck.Returned)?.Result) is not { } result) return filled;
        filled["nothing"] = result.Findings.Count == 0 ? "yes" : "no";
        foreach (var f in result.Findings)
        {
            filled[$"found_{Number(f.Ordinal)}_code"] = f.Code;
            filled[$"found_{Number(f.Ordinal)}_cure_until"] = f.CureUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            filled[$"found_{Number(f.Ordinal)}_found_what"] = f.What.Zh;
            filled[$"found_{Number(f.Ordinal)}_found_what_en"] = f.What.En ?? "";
            filled[$"found_{Number(f.Ordinal)}_found_month"] = f.Month?.ToString() ?? "";
        }
        return filled;
    }

    private static string Number(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);
}
