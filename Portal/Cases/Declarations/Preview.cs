using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>
/// The page as the public would see it, made by the page function of the public tree from a register that holds this one case
/// as if its window opened now. Nothing of it is stored.
/// </summary>
internal static class Preview
{
    /// <summary>
    /// What stands in public when the content is frozen; else the page that an opening today would give, or why none can be opened.
    /// </summary>
    public static async Task<(Foreseen? Page, Refusal? Why)> OfAsync(CaseReader r, DeclarationInOffice file)
    {
        var isUnderReview = file.State is Declaration.InReview or Declaration.ReviewPassed;
        var (row, why) = file.Public is not null && !isUnderReview ? (file.Public, null)
            : Opened(r.Here, file.Now, StreamKey.Of(file.Id), file.Case, file.Public, Declared(file));
        return row is null ? (null, why) : (await WithAsync(r, row, file.Arrived), null);
    }

    /// <summary>The page of a content that is not stored anywhere yet.</summary>
    public static async Task<(Foreseen? Page, Refusal? Why)> OfAsync(CaseReader r, DeclarationContent content)
    {
        var (section, fault) = await DeclarationInOffice.SectionAsync(r.Session, r.Rules, content, r.Cancelled);
        if (fault is not null) return (null, fault);
        var blank = Case.Begin(new("preview"), content, r.Officer.Person);
        var (row, why) = Opened(r.Here, section, "declaration/preview", blank, null, new(r.Here.Today, r.Officer.Unit));
        return row is null ? (null, why) : (await WithAsync(r, row, []), null);
    }

    private static (DeclarationOnRegister? Row, Refusal? Why) Opened(
        Screen here, DeclarationSection section, string key, Case file, DeclarationOnRegister? before, PublicAct declared)
    {
        if (!here.Rules.Matters.TryGetValue(section.Matter, out var matter))
            return (null, Refusal.NotNow("matter.unknown", section.Matter));
        var counted = here.Rules.WindowFrom(matter, section.Village, here.Today);
        if (counted is not Result<Deadline>.Of(var window))
            return (null, ((Result<Deadline>.Refused)counted).Why);
        var by = here.Officer!.Sign(here.Now) with { Unit = here.Town.Government };
        // Number 0: it is taken only when the window really opens, and the page around the frame says so.
        var number = file.Number ?? new(here.Town.NumberPrefix, here.Today.Year, 0);
        var opened = new DeclarationWindowOpened(
            number, file.Round + 1, file.Edition + 1, window, section, section.Hash, declared, new(here.Today, by.Unit),
            file.RestartReason, by, matter.Approver is null);
        return (DeclarationOnRegister.Evolve(before, key, opened), null);
    }

    private static PublicAct Declared(DeclarationInOffice file) =>
        file.History.Select(h => h.Event).LastOrDefault(e => e is DeclarationDeclared or DeclarationRestarted) is { } e
            ? new(Shanghai.DayOf(e.By.At), e.By.Unit)
            : new(Shanghai.DayOf(file.Since), file.History[0].Event.By.Unit);

    private static async Task<Foreseen> WithAsync(CaseReader r, DeclarationOnRegister row, IEnumerable<ObjectionOnRegister> arrived)
    {
        var agreements = await r.Session.LoadManyAsync<AgreementOnRegister>(
            r.Cancelled, [.. row.Section.Subjects.Select(subject => StreamKey.Of(subject.Id))]);
        return new([row, .. agreements, .. arrived], (model, language) => SitePages.Declaration(model, row, language, "/"));
    }
}
