using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Publicity;
using Transparency.Contracts.Readings;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>One declaration: its page as the public sees it or would, what has changed in it, and what people wrote about it.</summary>
public static class DeclarationCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (await DeclarationInOffice.LoadAsync(r, new(subject)) is not { } file) return null;
        var acts = DeclarationOffers.Of(r, file);
        var (page, why) = await Preview.OfAsync(r, file, acts);
        var letters = file.ShowsLettersTo(r.Officer, r.Rules) ? await LettersAsync(r, file.Id) : null;
        return new(
            file.ReadersBy(r.Rules), $"declarations/{file.Id}", file.Now.Title,
            file.Case.Number?.ToString() ?? r.Here.Say("office.no-number"),
            $"state.{file.State.GetType().Name}", ColourOf(file.State))
        {
            Facts = [.. Facts(r, file)],
            Sections = [.. Sections(file, letters)],
            OnRecord = letters is { Count: > 0 } ? [new(ReadingKind.Objections, $"declarations/{file.Id}")] : [],
            Note = file.State switch
            {
                Declaration.Returned s => new Sentence("office.returned", s.Reason),
                Declaration.SentBack s => new Sentence("office.sent-back", s.Reason),
                _ => null,
            },
            Moved = hash => file.Case.Sections.FirstOrDefault(s => s.Hash.Value == hash) is { } seen
                ? DifferenceWords.Between(r.Here, seen, file.Now)
                : null,
            Foreseen = page,
            Unforeseen = why,
            Dangers = "office.acts.dangerous",
            History = file.History,
            Acts = acts,
        };
    }

    private static string ColourOf(Declaration state) => state switch
    {
        Declaration.Approved or Declaration.Concluded or Declaration.InPublicity => "good",
        Declaration.Refused or Declaration.ReviewRefused or Declaration.Withdrawn or Declaration.Revoked => "stopped",
        _ => "waiting",
    };

    private static async Task<IReadOnlyList<ObjectionLetter>> LettersAsync(CaseReader r, DeclarationId id)
    {
        var key = StreamKey.Of(id);
        var letters = await r.Session.Query<ObjectionLetter>().Where(l => l.Declaration == key).ToListAsync(r.Cancelled);
        return [.. letters.OrderBy(l => l.ReceivedAt).ThenBy(l => l.Id, StringComparer.Ordinal)];
    }

    /// <param name="letters">null for those who may not read them</param>
    private static IEnumerable<Section> Sections(DeclarationInOffice file, IReadOnlyList<ObjectionLetter>? letters)
    {
        yield return Section.Of<PreviewFrame>("preview", "office.preview", ("Why", WhyPreview(file)), ("Gap", file.NowFault))
            with { InPublic = true };
        if (file.Case.Sections.Count > 0) yield return Section.Of<Changes>("changes", "office.changes", ("Of", file));
        if (file.Arrived.Count > 0) yield return Section.Of<Letters>("letters", "office.letters", ("Of", file), ("Shown", letters));
    }

    private static string WhyPreview(DeclarationInOffice file) =>
        file.Case.Number is null ? "office.preview.first"
        : file.State is Declaration.InReview or Declaration.ReviewPassed ? "office.preview.again"
        : "office.preview.why";

    private static IEnumerable<Fact> Facts(CaseReader r, DeclarationInOffice file)
    {
        var (here, now) = (r.Here, file.Now);
        yield return new Fact("field.matter", now.MatterName, Shown.Quietly(now.Law));
        yield return new Fact("field.discloser", now.Discloser);
        yield return new Fact("sentence.amount", Wording.Money(here.Language, now.Amount), Shown.Quietly(now.Amount));
        if (file.Public is { } shown)
        {
            yield return new Fact("office.window", Said("office.window.last", shown.Window.Last, shown.Current.Round));
            if (file.Looks is { } looks) yield return new Fact("office.looks", [.. Looks(r, looks.Checks)]);
            if (file.HasCertificate)
            {
                var way = here.InTree(SiteMap.Certificate(shown.Number, shown.Current.Round));
                yield return new Fact("certificate.title", new Shown(new Word("office.certificate"), way));
            }
            var page = here.InTree(SiteMap.Declaration(shown.Number));
            yield return new Fact("office.public-page", new Shown(shown.Number.ToString(), page));
        }
        foreach (var subject in now.Subjects)
        {
            var way = new Shown(subject.Title, $"/office/agreements/{subject.Id}");
            yield return new Fact("field.subjects", way, Shown.Quietly(subject.Id.Value));
        }
        yield return new Fact("office.version", Said("office.version.words", file.Version, now.Hash.Value[..8]));
    }

    private static IEnumerable<Shown> Looks(CaseReader r, IReadOnlyList<PageCheck> checks)
    {
        yield return Said("office.looks.count", checks.Count, checks.Count(c => c.Result == CheckResult.Stood));
        if (checks[^1] is { Result: not CheckResult.Stood } last)
        {
            var found = new Word($"certificate.{last.Result}");
            yield return Said("office.looks.last", r.Here.Moment(last.At), found) with { Look = "stopped" };
        }
    }

    private static Shown Said(string code, params IReadOnlyList<object> with) => new(new Sentence(code, with));
}
