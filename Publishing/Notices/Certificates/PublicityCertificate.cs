using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Publicity;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.Notices.Certificates;

/// <summary>
/// 公示情况说明 of one window that ran to its end: what stood, what was found by looking, and every objection with its answer.
/// Issued once all of them are answered; from then on nothing in it can change.
/// </summary>
/// <param name="Editions">that stood in this window, oldest first; the first one opened it</param>
/// <param name="Checks">oldest first</param>
/// <param name="IssuedOn">the day after the window's last, or that of the last answer if it came later</param>
public sealed record PublicityCertificate(
    DeclarationOnRegister Declaration, int Round, IReadOnlyList<Edition> Editions, IReadOnlyList<PageCheck> Checks,
    IReadOnlyList<SettledObjection> Answered, DateOnly IssuedOn)
{
    public Edition Last => Editions[^1];

    public Deadline Window => Last.Window;

    /// <summary>How often the page should have been looked at.</summary>
    public int Planned => PublicitySlots.Between(Editions[0].At, Window.Ends).Count();

    public int Count(CheckResult result) => Checks.Count(c => c.Result == result);

    /// <summary>Looks that did not find the edition as it should stand.</summary>
    public IEnumerable<PageCheck> Findings => Checks.Where(c => c.Result != CheckResult.Stood);

    /// <summary>Every day of the window with how often its page should have been looked at, and was.</summary>
    public IEnumerable<(DateOnly Day, int Planned, IReadOnlyList<PageCheck> Checks)> Days =>
        from slot in PublicitySlots.Between(Editions[0].At, Window.Ends)
        group slot by Shanghai.DayOf(slot) into day
        select (day.Key, day.Count(), (IReadOnlyList<PageCheck>)[.. Checks.Where(c => Shanghai.DayOf(c.At) == day.Key)]);

    /// <summary>Null while the window runs, when it was broken off, and as long as an objection waits for its answer.</summary>
    public static PublicityCertificate? Of(SiteModel site, DeclarationOnRegister d, int round)
    {
        if (!d.Timeline.Any(t => t.Kind == "WindowClosed" && t.Round == round)) return null;
        var answered = d.Settled.Where(s => s.Round == round).ToList();
        if (site.In<ObjectionOnRegister>(Slices.Declaration(d.Id)).Count(o => o.Round == round) != answered.Count) return null;
        var editions = d.Editions.Where(e => e.Round == round && StoodInWindow(e.Kind)).ToList();
        var checks = site.Find<PublicityOnRegister>(PublicityOnRegister.KeyOf(d.Id, round))?.Checks ?? [];
        return new(d, round, editions, checks, answered, answered.Select(a => a.On).Append(Shanghai.DayOf(editions[^1].Window.Ends)).Max());
    }

    private static bool StoodInWindow(EditionKind kind) =>
        kind is EditionKind.Opening or EditionKind.Reopening or EditionKind.WordingFix or EditionKind.Extension;

    public static IEnumerable<PublicityCertificate> All(SiteModel site, DeclarationOnRegister d) =>
        Enumerable.Range(1, d.Current.Round).Select(round => Of(site, d, round)).OfType<PublicityCertificate>();
}
