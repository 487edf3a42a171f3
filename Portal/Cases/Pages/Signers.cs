using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Pages;

/// <summary>
/// In whose name a page that is only foreseen was prepared, checked and signed: who has done it, as the events say; the officer who looks,
/// where the act is his to do; and nobody by name where that is not known yet.
/// </summary>
public static class Signers
{
    /// <summary>Of the next act: the officer's own signature where the law leaves it to him now, else <see cref="Open"/>.</summary>
    /// <param name="offered">what the law leaves to this officer</param>
    public static Signature Next(CaseReader r, IEnumerable<OfferedAct> offered, Act act) =>
        offered.Any(a => a.Act == act && a.NotYet is null) ? r.Officer.Sign(r.Now) : Open(r);

    /// <summary>Of a body that is not known yet, and is said to be so.</summary>
    public static Signature Open(CaseReader r) => Officer.System.Sign(r.Now) with
    {
        Unit = new(Catalogue.Say(Language.Zh, "office.preview.open"), Catalogue.Say(Language.En, "office.preview.open")),
    };

    public static PublicAct Act(Signature by) => new(Shanghai.DayOf(by.At), by.Unit);
}
