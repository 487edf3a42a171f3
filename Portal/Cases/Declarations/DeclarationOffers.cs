using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using static Transparency.Portal.Cases.Declarations.DeclarationActs;
using Asks = Transparency.Contracts.Declarations.DeclarationCommand;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>When a declaration's page offers which act: a sound command of each kind, asked of the law.</summary>
internal static class DeclarationOffers
{
    public static IReadOnlyList<OfferedAct> Of(CaseReader r, DeclarationInOffice file) =>
        [.. Sound(file, r.Officer, r.Now).Select(sound => Ask(r.Rules, file, sound.Act, sound.Command)).OfType<OfferedAct>()];

    /// <summary>Here even what is dangerous says what it still waits for.</summary>
    private static OfferedAct? Ask(RuleBook rules, DeclarationInOffice file, Act act, DeclarationCommand command)
    {
        var no = Asked.Answer(rules, DeclarationDecider.Law, file.State, command);
        if (Asked.Hides(no)) return null;
        var (isWritten, isPublic) = (Rewriting.Contains(act), file.Case.IsPublic && act != Return);
        var why = no is null && act == Declare ? file.NowFault : Asked.NotYet(no, act.Form.Count > 0 || isWritten);
        var offered = new OfferedAct(act, file.Version, why)
        {
            Page = isWritten ? $"/office/declarations/{file.Id}/{act.Name}" : null,
            Hints = new Dictionary<string, string> { ["reason"] = isPublic ? "office.reason.public" : "office.reason.private" },
        };
        return command is Asks.ConfirmWording { Seen: var wording } ? offered.Pinning(wording)
            : act.Pins is not null ? offered.Pinning(file.Now.Hash)
            : command is Asks.SettleObjection { Objection: var letter }
                ? offered with { About = ("objection", letter.Value), Filled = new Dictionary<string, string> { ["set_aside"] = "no" } }
            : offered;
    }

    private static IEnumerable<(Act Act, DeclarationCommand Command)> Sound(DeclarationInOffice f, Officer by, DateTimeOffset at)
    {
        yield return (Declare, new Asks.Declare(f.Now, f.Bases, by, at));
        yield return (Redraft, new Asks.Redraft(f.Case.Content, by, at));
        yield return (PassReview, new Asks.PassReview(f.Now, f.Now.Hash, by, at));
        yield return (OpenWindow, new Asks.OpenWindow(f.Now, f.Now.Hash, 1, by, at));
        foreach (var letter in f.Unsettled)
        {
            yield return (SettleObjection, new Asks.SettleObjection(
                new(StreamKey.IdOf(letter.Id)), letter.Round, Shanghai.DayOf(letter.At), letter.Due,
                false, Asked.Sound, Asked.Sound, by, at));
        }
        yield return (Approve, new Asks.Approve(f.Now.Hash, by, at));
        yield return (Return, new Asks.Return(Asked.Sound, by, at));
        if (f.Proposed is { Section.Hash: var wording })
        {
            yield return (ConfirmWording, new Asks.ConfirmWording(wording, by, at));
            yield return (DeclineWording, new Asks.DeclineWording(Asked.Sound, by, at));
        }
        yield return (FixWording, new Asks.FixWording(f.Case.Content, f.Now, Asked.Sound, by, at));
        yield return (ExtendWindow, new Asks.ExtendWindow(1, Asked.Sound, by, at));
        yield return (RefuseReview, new Asks.RefuseReview(Asked.Sound, by, at));
        yield return (SendBack, new Asks.SendBack(Asked.Sound, Asked.Sound, by, at));
        yield return (Refuse, new Asks.Refuse(Asked.Sound, by, at));
        yield return (Restart, new Asks.Restart(f.Case.Content, f.Now, f.Bases, Asked.Sound, [], by, at));
        yield return (Withdraw, new Asks.Withdraw(Asked.Sound, by, at));
        yield return (Revoke, new Asks.Revoke(Asked.Sound, by, at));
    }
}
