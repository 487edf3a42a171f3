using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>
/// The tables of a sheet: the budget, each agreement and plan that the declaration carries, then the files that belong to it.
/// </summary>
public static class NoticeTables
{
    public static IReadOnlyList<NoticeTable> Of(Language language, DeclarationSection section) =>
    [
        .. section.Budget.Count > 0 ? [Budget(language, section)] : Array.Empty<NoticeTable>(),
        .. section.Subjects.Select(s => Subject(language, s)),
        .. (section.Plans ?? []).Select(p => Plan(language, p)),
        .. section.Attachments.Count > 0 ? [Attachments(language, section.Attachments)] : Array.Empty<NoticeTable>(),
    ];

    /// <summary>By the first digits of its hash a printed sheet vouches for a file too.</summary>
    public static NoticeTable Attachments(Language language, IReadOnlyList<Attachment> files)
    {
        return new(
            Say("attachment.title"),
            [
                new(Say("attachment.name"), false), new(Say("attachment.type"), false),
                new(Say("attachment.size"), true), new(Say("attachment.hash"), true),
            ],
            [.. files.Select(Row)],
            null);

        IReadOnlyList<string> Row(Attachment file) =>
            [file.Name.In(language), Say($"attachment.type.{file.Extension}"), Wording.Size(file.Bytes), AttachmentHash(file)];

        string Say(string code) => Catalogue.Say(language, code);
    }

    /// <summary>The first eight hex digits of its SHA-256, in two groups of four as a check code.</summary>
    public static string AttachmentHash(Attachment file) => $"{file.Sha256.Value[..4]} {file.Sha256.Value[4..8]}";

    /// <summary>Label and value, as page and sheet show an agreement.</summary>
    public static IEnumerable<(string Label, Phrase Value)> Facts(Language language, AgreementSection s)
    {
        yield return (Say("agreement.number"), Phrase.Plain(s.Id.Value));
        yield return (Say("agreement.kind"), Phrase.Say(language, $"agreement.kind.{s.Kind}"));
        yield return (Say("agreement.with"), With(language, s));
        yield return (Say("agreement.asset"), Phrase.Of(language, s.Asset));
        if (s.Area is { } area) yield return (Say("agreement.area"), Phrase.Plain(Wording.Area(language, area)));
        yield return (Say("agreement.term"), Phrase.Say(language, "agreement.from-to", s.Start, s.End));
        yield return (Say("agreement.total"), Phrase.Plain(Wording.ExactWithUnit(language, s.Total)));
        if (s.Yearly is { } yearly) yield return (Say("agreement.yearly"), Phrase.Plain(Wording.ExactWithUnit(language, yearly)));
        yield return (Say("agreement.due"), Phrase.Of(language, s.Due));
        yield return (Say("agreement.purpose"), Phrase.Of(language, s.Purpose));
        if (s.Land is { } land) yield return (Say("agreement.land"), Phrase.Say(language, $"land.{land}"));
        if (s.Found) yield return (Say("agreement.entered"), Phrase.Say(language, "agreement.found"));

        string Say(string code) => Catalogue.Say(language, code);
    }

    // The public form of a private person's or a household's name says already what it is.
    private static Phrase With(Language language, AgreementSection s) =>
        s.WithKind is PartyKind.Organisation or PartyKind.SoleTrader
            ? Phrase.Say(language, "agreement.with-kind", Phrase.Of(language, s.With), new Word($"party.{s.WithKind}"))
            : Phrase.Of(language, s.With);

    private static NoticeTable Budget(Language language, DeclarationSection section)
    {
        var priced = section.Budget.Any(l => l.UnitPrice is not null);
        return new(
            Say("budget.title"),
            [
                new(Say("budget.item"), false), new(Say("budget.quantity"), true),
                .. priced ? [new NoticeColumn(Say("budget.price"), true)] : Array.Empty<NoticeColumn>(),
                new(Say("budget.amount"), true),
            ],
            [.. section.Budget.Select(l => Row(l.Item.In(language), l.Quantity.In(language), l.UnitPrice, l.Amount))],
            Row(Say("budget.total"), "", null, section.BudgetTotal));

        IReadOnlyList<string> Row(string item, string quantity, Yuan? price, Yuan amount) => priced
            ? [item, quantity, price is { } each ? Wording.Exact(each) : "", Wording.Exact(amount)]
            : [item, quantity, Wording.Exact(amount)];

        string Say(string code) => Catalogue.Say(language, code);
    }

    private static NoticeTable Plan(Language language, Contracts.Tenders.TenderSection p) => new(
        Catalogue.Say(language, "tender.plan-title", p.Id.Value, p.Title, new Word($"tender.method.{p.Method}")),
        [
            new(Catalogue.Say(language, "tender.lot"), false), new(Catalogue.Say(language, "tender.lot.quantity"), true),
            new(Catalogue.Say(language, "tender.estimate"), true),
        ],
        [.. p.Lots.Select(l => (IReadOnlyList<string>)[l.Title.In(language), l.Quantity.In(language), Wording.Exact(l.Estimate)])],
        p.Lots.Count > 1 ? [Catalogue.Say(language, "budget.total"), "", Wording.Exact(p.Estimate)] : null);

    private static NoticeTable Subject(Language language, AgreementSection s) => new(
        s.Title.In(language),
        [new(Catalogue.Say(language, "agreement.fact"), false), new(Catalogue.Say(language, "agreement.value"), false)],
        [.. Facts(language, s).Select(f => (IReadOnlyList<string>)[f.Label, f.Value.ToString()])],
        null);
}
