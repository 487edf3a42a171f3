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
    public static async Task<(Foreseen? Page, Refusal? Why)> OfAsync(
        CaseReader r, DeclarationInOffice file, IReadOnlyList<OfferedAct> acts)
    {
        var isUnderReview = file.State is Declaration.InReview or Declaration.ReviewPassed;
        var (row, why) = file.Public is not null && !isUnderReview ? (file.Public, null)
            : Opened(r.Here, file.Now, StreamKey.Of(file.Id), file.Case, file.Public, By(r, file, acts));
        return row is null ? (null, why) : (await WithAsync(r, row, file.Arrived), null);
    }

    /// <summary>The page of a content that is not stored anywhere yet.</summary>
    public static async Task<(Foreseen? Page, Refusal? Why)> OfAsync(CaseReader r, DeclarationContent content)
    {
        var (section, fault) = await DeclarationInOffice.SectionAsync(r.Session, r.Rules, content, r.Cancelled);
        if (fault is not null) return (null, fault);
        var blank = Case.Begin(new("preview"), content, r.Officer.Person);
        var by = new Hands(Declarant(r, content), Signers.Open(r), Signers.Open(r));
        var (row, why) = Opened(r.Here, section, "declaration/preview", blank, null, by);
        return row is null ? (null, why) : (await WithAsync(r, row, []), null);
    }

    private static (DeclarationOnRegister? Row, Refusal? Why) Opened(
        Screen here, DeclarationSection section, string key, Case file, DeclarationOnRegister? before, Hands by)
    {
        if (!here.Rules.Matters.TryGetValue(section.Matter, out var matter))
            return (null, Refusal.NotNow("matter.unknown", section.Matter));
        var counted = here.Rules.WindowFrom(matter, section.Village, here.Today);
        if (counted is not Result<Deadline>.Of(var window))
            return (null, ((Result<Deadline>.Refused)counted).Why);
        // Number 0: it is taken only when the window really opens, and the page around the frame says so.
        var number = file.Number ?? new(here.Town.NumberPrefix, here.Today.Year, 0);
        var opened = new DeclarationWindowOpened(
            number, file.Round + 1, file.Edition + 1, window, section, section.Hash, Signers.Act(by.Declared), Signers.Act(by.Reviewed),
            file.RestartReason, by.Opened, matter.Approver is null);
        return (DeclarationOnRegister.Evolve(before, key, opened), null);
    }

    /// <summary>Who declared, reviewed and opened, or would.</summary>
    private sealed record Hands(Signature Declared, Signature Reviewed, Signature Opened);

    private static Hands By(CaseReader r, DeclarationInOffice file, IReadOnlyList<OfferedAct> acts) => file.State switch
    {
        Declaration.ReviewPassed s => new(s.DeclaredBy, s.By, Signers.Next(r, acts, DeclarationActs.OpenWindow)),
        // Who passes the review may open the window.
        Declaration.InReview s when Signers.Next(r, acts, DeclarationActs.PassReview) is var reviewer => new(s.By, reviewer, reviewer),
        Declaration.Drafted or Declaration.Returned =>
            new(Signers.Next(r, acts, DeclarationActs.Declare), Signers.Open(r), Signers.Open(r)),
        _ => new(LastDeclared(file) ?? Signers.Open(r), Signers.Open(r), Signers.Open(r)),
    };

    private static Signature? LastDeclared(DeclarationInOffice file) =>
        file.History.Select(h => h.Event).LastOrDefault(e => e is DeclarationDeclared or DeclarationRestarted)?.By;

    /// <summary>Of what is being written: its writer, where the matter lets him declare it.</summary>
    private static Signature Declarant(CaseReader r, DeclarationContent c) =>
        r.Rules.Matters.TryGetValue(c.Matter, out var matter) && r.Officer.Holds(matter.Declarant, c.Village)
            ? r.Officer.Sign(r.Now) : Signers.Open(r);

    private static async Task<Foreseen> WithAsync(CaseReader r, DeclarationOnRegister row, IEnumerable<ObjectionOnRegister> arrived)
    {
        var agreements = await r.Session.LoadManyAsync<AgreementOnRegister>(
            r.Cancelled, [.. row.Section.Subjects.Select(subject => StreamKey.Of(subject.Id))]);
        return new([row, .. agreements, .. arrived], (model, language) => SitePages.Declaration(model, row, language, "/"));
    }
}
