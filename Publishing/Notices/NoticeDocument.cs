using Transparency.Contracts;
using Transparency.Contracts.Town;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>
/// The one content model of a notice, already in one language: the page and the PDF are two renderings of it.
/// It is built from public records only; what stands here is published.
/// </summary>
/// <param name="Language">BCP 47, <c>zh-Hans</c> or <c>en</c></param>
/// <param name="Masthead">the red head of the sheet: 央子镇重大事项公示</param>
/// <param name="Number">央政公示〔2026〕12号</param>
/// <param name="Banner">示范数据 · demonstration data, on sheets of a demonstration town</param>
/// <param name="Date">day of this edition, also the PDF's creation date</param>
/// <param name="EditionLine">第 1 版 · 2026年9月18日 · 校验码 3f9a 21c4</param>
/// <param name="QrAddress">absolute address of this edition</param>
public sealed record NoticeDocument(
    string Language,
    string Masthead,
    string Number,
    string Title,
    string Status,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<Block> Body,
    IReadOnlyList<NoticeTable> Tables,
    string SignedBy,
    string SignedOn,
    DateOnly Date,
    string EditionLine,
    string QrAddress,
    string QrWords,
    string? Banner,
    NoticeWords Words);

/// <summary>One of the five sentences: 花多少 · 18 万元 · （180,000.00 元：镇财政 15 万，村集体 3 万）.</summary>
public sealed record Sentence(string Label, string Text, string? Aside);

/// <param name="Kind">
/// <c>paragraph</c>, <c>heading</c>, <c>bullets</c>, <c>numbers</c> or <c>quote</c>; lists have one entry of
/// <paramref name="Items"/> per point, all others exactly one
/// </param>
public sealed record Block(string Kind, IReadOnlyList<IReadOnlyList<Run>> Items);

/// <param name="Link">an http or https address, or null</param>
public sealed record Run(string Text, bool Strong = false, bool Emphasis = false, string? Link = null);

/// <summary>A table of the notice; numbers stand right. The last row is a total when <paramref name="Total"/> is set.</summary>
public sealed record NoticeTable(
    string Caption, IReadOnlyList<NoticeColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string>? Total);

public sealed record NoticeColumn(string Head, bool Number);

/// <summary>The sheet's own small words, in its language.</summary>
/// <param name="Page">three pieces around page and count: <c>第 </c>, <c> 页 共 </c>, <c> 页</c></param>
/// <param name="Attached">description of the attached notice.json</param>
/// <param name="Qr">alternative text of the QR code</param>
public sealed record NoticeWords(IReadOnlyList<string> Page, string Attached, string Qr)
{
    private static readonly string[] Places = ["{0}", "{1}"];

    /// <summary>示范数据 · demonstration data; null for a real town.</summary>
    public static string? Banner(TownSettings town) => town.Demonstration
        ? $"{Catalogue.Say(Language.Zh, "page.demonstration")} · {Catalogue.Say(Language.En, "page.demonstration")}"
        : null;

    /// <param name="attached">code of the description of what is attached</param>
    public static NoticeWords Of(Language language, string attached) => new(
        Catalogue.Say(language, "sheet.page").Split(Places, StringSplitOptions.None),
        Catalogue.Say(language, attached),
        Catalogue.Say(language, "sheet.qr-image"));
}
