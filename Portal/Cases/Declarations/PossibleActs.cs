using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>An act that this officer may do now.</summary>
/// <param name="Name">as in an act's request</param>
/// <param name="NotYet">what the law still wants, or null</param>
public sealed record PossibleAct(string Name, Refusal? NotYet);

/// <summary>Which acts a page offers is found by asking the law, with a sound command of each kind: no rule is written down twice.</summary>
public static class PossibleActs
{
    private static readonly Text Sound = new("…");

    public static IReadOnlyList<PossibleAct> For(RuleBook rules, CaseFile file, Officer by, DateTimeOffset at) =>
        [.. Commands(file, by, at).Select(c => (c.Name, No: Answer(rules, file, c.Command))).Where(a => !Pages.Asked.Hides(a.No)).Select(a => new PossibleAct(
            a.Name, a.No is null && a.Name == "declare" ? file.NowFault : Pages.Asked.NotYet(a.No, AsksForSomething(a.Name))))];

    private static bool AsksForSomething(string act) => act is "redraft" or "fix-wording" or "restart" || ActForm.FieldsOf(act).Count > 0;

    private static Refusal? Answer(RuleBook rules, CaseFile file, DeclarationCommand command) =>
        DeclarationDecider.Law.Decide(rules, file.State, command) is Decision<DeclarationEvent>.Refused no ? no.Why : null;

    private static IEnumerable<(string Name, DeclarationCommand Command)> Commands(CaseFile f, Officer by, DateTimeOffset at)
    {
        yield return ("declare", new DeclarationCommand.Declare(f.Now, f.Basis, by, at));
        yield return ("redraft", new DeclarationCommand.Redraft(f.Case.Content, by, at));
        yield return ("pass-review", new DeclarationCommand.PassReview(f.Now, f.Now.Hash, by, at));
        yield return ("open-window", new DeclarationCommand.OpenWindow(f.Now, f.Now.Hash, 1, by, at));
        if (f.Unsettled.FirstOrDefault() is { } letter)
            yield return ("settle-objection", new DeclarationCommand.SettleObjection(new(StreamKey.IdOf(letter.Id)), letter.Round, Shanghai.DayOf(letter.At), letter.Due, false, Sound, Sound, by, at));
        yield return ("approve", new DeclarationCommand.Approve(f.Now.Hash, by, at));
        yield return ("return", new DeclarationCommand.Return(Sound, by, at));
        yield return ("fix-wording", new DeclarationCommand.FixWording(f.Case.Content, f.Now, Sound, by, at));
        yield return ("extend-window", new DeclarationCommand.ExtendWindow(1, Sound, by, at));
        yield return ("refuse-review", new DeclarationCommand.RefuseReview(Sound, by, at));
        yield return ("refuse", new DeclarationCommand.Refuse(Sound, by, at));
        yield return ("restart", new DeclarationCommand.Restart(f.Case.Content, f.Now, f.Basis, Sound, [], by, at));
        yield return ("withdraw", new DeclarationCommand.Withdraw(Sound, by, at));
        yield return ("revoke", new DeclarationCommand.Revoke(Sound, by, at));
    }
}
