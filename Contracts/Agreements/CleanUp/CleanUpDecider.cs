using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using static Transparency.Contracts.Agreements.CleanUp.CleanUpCase;
using static Transparency.Contracts.Agreements.CleanUp.CleanUpCommand;

namespace Transparency.Contracts.Agreements.CleanUp;

/// <summary>
/// 登记 → 核实 → 定性 → 整改 → 销号. The village or the town looks and mends; the town judges, and closes what
/// another person reported.
/// </summary>
public static class CleanUpDecider
{
    public static readonly Decider<CleanUpCase, CleanUpCommand, CleanUpEvent> Law = new(new None(), Decide, Evolve);

    private static Decision<CleanUpEvent> Decide(RuleBook rules, CleanUpCase state, CleanUpCommand command) => (state, command) switch
    {
        (None, List c) => ListOf(rules, c),
        (None, _) => Refusal.NotNow("cleanup.unknown"),
        (Known s, _) when OfRole(s.File.Agreement.Village, command) is { } no => no,
        (Known, List) => Refusal.Twice("cleanup.known-already"),

        (Deferred, Defer) or (Litigated, Litigate) => NotNow(state, command),
        (Known and not (InOrder or Done or Rechecked), Defer or Litigate) when Reason(command) is { IsEmpty: true } or { IsClean: false } =>
            Refusal.Mend("reason", "reason.missing"),
        (Known and not (InOrder or Done or Rechecked), Defer c) => new CleanUpDeferred(c.Reason, c.By.Sign(c.At)),
        (Known and not (InOrder or Done or Rechecked), Litigate c) => new CleanUpLitigated(c.Reason, c.By.Sign(c.At)),
        (Deferred s, _) => Decide(rules, s.Before, command),
        (Litigated s, _) => Decide(rules, s.Before, command),

        (Listed, Verify c) =>
            c.Findings.IsEmpty || !c.Findings.IsClean
                ? Refusal.Mend("findings", "cleanup.findings-missing")
                : new CleanUpVerified(c.Findings, c.By.Sign(c.At)),
        (Verified s, Classify c) when c.By.Person == s.Verifier => Refusal.NotYours("cleanup.own-findings"),
        (Verified, Classify c) => new CleanUpClassified([.. c.Problems.Distinct().Order()], c.By.Sign(c.At)),
        (Classified s, Report c) => ReportOf(s.File, c),
        (Remedied s, Finish c) when c.By.Person == s.Reporter => Refusal.NotYours("cleanup.own-remedy"),
        (Remedied s, Finish c) => FinishOf(s.File, c),

        (Done s, Recheck c) when c.By.Person == s.Closer => Refusal.NotYours("cleanup.own-closing"),
        (Done s, Recheck c) when Shanghai.DayOf(c.At) < s.On.AddYears(1) => Refusal.Wait("cleanup.recheck-early", s.On.AddYears(1)),
        (Done, Recheck c) => c.Findings.IsEmpty || !c.Findings.IsClean
            ? Refusal.Mend("findings", "cleanup.findings-missing")
            : new CleanUpRechecked(c.Findings, c.Holds, c.By.Sign(c.At)),

        _ => NotNow(state, command),
    };

    private static CleanUpCase Evolve(CleanUpCase state, CleanUpEvent e) => (state, e) switch
    {
        (None, CleanUpListed x) => new Listed(new(x.Drive, x.Before.Agreement)),
        (Known s, CleanUpDeferred) => new Deferred(Stage(s)),
        (Known s, CleanUpLitigated) => new Litigated(Stage(s)),
        (Known s, CleanUpVerified x) => new Verified(s.File, x.By.Person),
        (Known s, CleanUpClassified { Problems.Count: 0 }) => new InOrder(s.File),
        (Known s, CleanUpClassified) => new Classified(s.File),
        (Known s, CleanUpRemedied x) => new Remedied(s.File, x.By.Person),
        (Known s, CleanUpDone x) => new Done(s.File, x.By.Person, Shanghai.DayOf(x.By.At)),
        (Done s, CleanUpRechecked) => new Rechecked(s.File),
        _ => state,
    };

    private static Known Stage(Known state) => state switch { Deferred s => s.Before, Litigated s => s.Before, _ => state };

    private static Decision<CleanUpEvent> ListOf(RuleBook rules, List c)
    {
        if (OfRole(c.Agreement.Village, c) is { } no) return no;
        if (c.State is Drive.Closed) return Refusal.NotNow("drive.closed");
        if (c.State is not Drive.Open drive) return Refusal.NotNow("drive.unknown");
        if (!drive.Villages.Contains(c.Agreement.Village)) return Refusal.NotNow("cleanup.other-village", c.Agreement.Village.Value);
        if (c.Subject is not Agreement.Registered known) return Refusal.NotNow("agreement.unknown");
        // Household contracting is outside such rules, and shows no names.
        if (known.Content.With.Kind == PartyKind.Household) return Refusal.NotNow("cleanup.household", c.Agreement.Value);
        return new CleanUpListed(
            drive.Id, drive.Title, CleanUpSubject.Of(AgreementSection.Of(c.Agreement, known.Content, rules)), c.By.Sign(c.At));
    }

    private static Decision<CleanUpEvent> ReportOf(CleanUpFile file, Report c)
    {
        if (c.Remedies.Count == 0) return Refusal.Mend("remedies", "cleanup.no-remedy");
        if (c.Recovered < Yuan.Zero) return Refusal.Mend("recovered", "cleanup.negative");
        if (c.State is not Declaration.Approved approved) return Refusal.Wait("cleanup.not-approved").At("declaration");
        return approved.Section.Subjects.FirstOrDefault(s => s.Id == file.Agreement) is { } after
            ? new CleanUpRemedied([.. c.Remedies.Distinct().Order()], c.Recovered, approved.Case.Id, approved.Case.Number!.ToString(),
                CleanUpSubject.Of(after), c.By.Sign(c.At))
            : Refusal.Mend("declaration", "cleanup.not-carried", approved.Case.Number!.ToString(), file.Agreement.Value);
    }

    private static Decision<CleanUpEvent> FinishOf(CleanUpFile file, Finish c)
    {
        var taken = new HashSet<VoucherKey>();
        foreach (var named in c.Recovered)
        {
            if (named.Found is not { } found || !found.IsFor(file.Agreement))
                return Refusal.Mend("vouchers", "cleanup.voucher", named.Key.ToString(), file.Agreement.Value);
            if (!taken.Add(named.Key)) return Refusal.Twice("cleanup.voucher-twice", named.Key.ToString()).At("vouchers");
            if (named.ClaimedBy is { } drive)
                return Refusal.Twice("cleanup.voucher-claimed", named.Key.ToString(), drive.Value).At("vouchers");
        }
        IReadOnlyList<RecoveredBy> vouchers = [.. c.Recovered.Select(n => new RecoveredBy(n.Key, n.Found!.Amount))];
        return new CleanUpDone(vouchers.Sum(v => v.Amount), c.By.Sign(c.At), vouchers);
    }

    private static Refusal? OfRole(VillageCode village, CleanUpCommand command)
    {
        var town = command.By.Roles.Any(r => r is Role.Town or Role.TownReview);
        return town || (command is not (Classify or Finish or Recheck) && command.By.Holds(Role.Village, village)) ? null
            : Refusal.NotYours("officer.may-not", new Word(command is Classify or Finish or Recheck ? "role.Town" : "role.Village"));
    }

    private static Text? Reason(CleanUpCommand command) => command switch { Defer c => c.Reason, Litigate c => c.Reason, _ => null };

    private static Refusal NotNow(CleanUpCase state, CleanUpCommand command) =>
        Refusal.NotNow(
            "cleanup.not-now", new Word($"cleanup-act.{command.GetType().Name}"), new Word($"cleanup-state.{state.GetType().Name}"));
}
