using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>
/// The page as the public would see it, made by the page function of the public tree from a register that holds this one case
/// as if its window opened now. Nothing of it is stored.
/// </summary>
public sealed record Preview(SiteModel Model, DeclarationOnRegister Declaration)
{
    /// <summary>
    /// What stands in public when the content is frozen; else the page that an opening today would give, or why none can be opened.
    /// </summary>
    public static async Task<(Preview? Page, Refusal? Why)> OfAsync(
        IQuerySession session, Screen here, SiteSettings settings, CaseFile file, CancellationToken ct)
    {
        var isUnderReview = file.State is Contracts.Declarations.Declaration.InReview or Contracts.Declarations.Declaration.ReviewPassed;
        var (row, why) = file.Public is not null && !isUnderReview ? (file.Public, null)
            : Opened(here, file.Now, StreamKey.Of(file.Id), file.Case, file.Public, Declared(file));
        return row is null ? (null, why) : (await WithAsync(session, here, settings, row, file.Arrived, ct), null);
    }

    /// <summary>The page of a content that is not stored anywhere yet.</summary>
    public static async Task<(Preview? Page, Refusal? Why)> OfAsync(
        IQuerySession session, Screen here, SiteSettings settings, DeclarationContent content, CancellationToken ct)
    {
        var (section, fault) = await CaseFile.SectionAsync(session, here.Rules, content, ct);
        if (fault is not null) return (null, fault);
        var blank = Case.Begin(new("preview"), content, here.Officer!.Person);
        var (row, why) = Opened(here, section, "declaration/preview", blank, null, new(here.Today, here.Officer.Unit));
        return row is null ? (null, why) : (await WithAsync(session, here, settings, row, [], ct), null);
    }

    public byte[] Html(Language language) => SitePages.Declaration(Model, Declaration, language, "/");

    private static (DeclarationOnRegister? Row, Refusal? Why) Opened(
        Screen here, DeclarationSection section, string key, Case file, DeclarationOnRegister? before, PublicAct declared)
    {
        if (!here.Rules.Matters.TryGetValue(section.Matter, out var matter))
            return (null, Refusal.NotNow("matter.unknown", section.Matter));
        var counted = here.Rules.WindowFrom(matter, section.Village, here.Today);
        if (counted is not Result<Contracts.Deadlines.Deadline>.Of(var window))
            return (null, ((Result<Contracts.Deadlines.Deadline>.Refused)counted).Why);
        var by = here.Officer!.Sign(here.Now) with { Unit = here.Town.Government };
        // Number 0: it is taken only when the window really opens, and the page around the frame says so.
        var number = file.Number ?? new(here.Town.NumberPrefix, here.Today.Year, 0);
        var opened = new DeclarationWindowOpened(
            number, file.Round + 1, file.Edition + 1, window, section, section.Hash, declared, new(here.Today, by.Unit),
            file.RestartReason, by);
        return (DeclarationOnRegister.Evolve(before, key, opened), null);
    }

    private static PublicAct Declared(CaseFile file) =>
        file.History.Select(h => h.Event).LastOrDefault(e => e is DeclarationDeclared or DeclarationRestarted) is { } e
            ? new(Shanghai.DayOf(e.By.At), e.By.Unit)
            : new(Shanghai.DayOf(file.Since), file.History[0].Event.By.Unit);

    private static async Task<Preview> WithAsync(
        IQuerySession session, Screen here, SiteSettings settings, DeclarationOnRegister row, IEnumerable<ObjectionOnRegister> arrived,
        CancellationToken ct)
    {
        var town = await session.LoadAsync<TownOnRegister>(StreamKey.Town, ct) ?? TownOnRegister.Of(StreamKey.Town, here.Rules);
        var agreements = new List<AgreementOnRegister>();
        foreach (var subject in row.Section.Subjects)
            if (await session.LoadAsync<AgreementOnRegister>(StreamKey.Of(subject.Id), ct) is { } known) agreements.Add(known);
        return new(new SiteModel(PublicRegister.Of(town, [row, .. agreements, .. arrived]), here.Today, settings), row);
    }
}
