using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>A declaration's content as fields, both ways; see <see cref="Tables"/> for the money tables.</summary>
public static class ContentFields
{
    /// <param name="now">what stands for every field that is not given; null for a new draft</param>
    public static DeclarationContent Read(Fields f, DeclarationContent? now) => new(
        f.Text("title", now?.Title),
        f.Has("matter") ? f.Line("matter") : now?.Matter ?? "",
        f.Has("village") ? f.Optional("village", "village", VillageCode.Parse) : now?.Village,
        f.Text("what", now?.What),
        f.Text("for_whom", now?.ForWhom),
        f.Text("ask", now?.Ask),
        Rows(f, "sources", Tables.Sources, now?.Sources),
        Rows(f, "budget", Tables.Budget, now?.Budget),
        f.Text("body", now?.Body),
        f.Has("deliberation") ? f.Optional("deliberation", "deliberation-number", DeliberationId.Parse) : now?.Deliberation,
        f.Has("subjects") ? Subjects(f) : now?.Subjects ?? [],
        f.Has("work") ? f.Optional("work", "work", WorkId.Parse) : now?.Work,
        f.Has("plans") ? Plans(f) : now?.Plans,
        Rows(f, "attachments", AttachmentRows.Read, now?.Attachments) is { Count: > 0 } files ? files : null,
        Rows(f, "shares", Shares, now?.Shares) is { Count: > 0 } shares ? shares : null);

    /// <summary>For a form that is filled in already.</summary>
    public static Dictionary<string, string> Write(DeclarationContent c) => new()
    {
        ["title"] = c.Title.Zh, ["title_en"] = c.Title.En ?? "",
        ["matter"] = c.Matter, ["village"] = c.Village?.Value ?? "",
        ["what"] = c.What.Zh, ["what_en"] = c.What.En ?? "",
        ["for_whom"] = c.ForWhom.Zh, ["for_whom_en"] = c.ForWhom.En ?? "",
        ["ask"] = c.Ask.Zh, ["ask_en"] = c.Ask.En ?? "",
        ["sources"] = Tables.Write(c.Sources), ["budget"] = Tables.Write(c.Budget),
        ["body"] = c.Body.Zh, ["body_en"] = c.Body.En ?? "",
        ["deliberation"] = c.Deliberation?.Value ?? "",
        ["subjects"] = string.Join(' ', c.Subjects), ["work"] = c.Work?.Value ?? "", ["plans"] = string.Join(' ', c.Plans ?? []),
        ["attachments"] = AttachmentRows.Write(c.Attachments ?? []),
        ["shares"] = string.Join('\n', (c.Shares ?? []).Select(s => $"{s.Deliberation} = {s.Amount}")),
    };

    /// <summary><c>04-2026-D-0003 = 47844.00</c>, one village per line.</summary>
    private static IReadOnlyList<VillageShare>? Shares(string text)
    {
        var rows = new List<VillageShare>();
        foreach (var columns in Tables.Rows(text))
        {
            if (columns is not [var number, var amount]
                || DeliberationId.Parse(number.Trim()) is not { } id || Yuan.Parse(amount.Trim()) is not { } yuan) return null;
            rows.Add(new(id, yuan));
        }
        return rows;
    }

    private static IReadOnlyList<T> Rows<T>(Fields f, string name, Func<string, IReadOnlyList<T>?> parse, IReadOnlyList<T>? now)
    {
        if (!f.Has(name)) return now ?? [];
        if (parse(f.Line(name)) is { } rows) return rows;
        f.Refuse(name, f.Line(name), name);
        return [];
    }

    private static List<AgreementId> Subjects(Fields f)
    {
        var ids = f.Line("subjects").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (ids.Find(id => AgreementId.Parse(id) is null) is { } wrong) f.Refuse("subjects", wrong, "agreement-id");
        return [.. ids.Select(AgreementId.Of)];
    }

    private static List<TenderId>? Plans(Fields f)
    {
        var ids = f.Line("plans").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (ids.Find(id => TenderId.Parse(id) is null) is { } wrong) f.Refuse("plans", wrong, "tender-number");
        return ids.Count == 0 ? null : [.. ids.Select(TenderId.Of)];
    }
}
