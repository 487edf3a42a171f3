using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Months;

/// <summary>本月还差什么: each blocker of a month with the way to what resolves it.</summary>
internal static class MonthToDo
{
    /// <summary>Null once the month is public.</summary>
    public static (Sentence Title, IReadOnlyList<ToDo> List)? Of(VillageMonth of, MonthStanding standing, IReadOnlyList<OfferedAct> acts) =>
        standing.Stage >= MonthStage.Public ? null
        : (new(standing.IsZero ? "office.month.todo.zero" : "office.month.todo", StageWord(standing.Stage)), [.. standing.Blockers.Select(b => new ToDo(b.Why, b.Stops, WayOf(of, b.Why.Code, acts)))]);

    public static Word StageWord(MonthStage stage) => new($"office.stage.{stage}");

    private static string? WayOf(VillageMonth of, string code, IReadOnlyList<OfferedAct> acts)
    {
        string? Act(string name) => acts.Any(a => a.Name == name && a.NotYet is null) ? $"#act-{name}" : null;
        return code switch
        {
            "statement.month-before" => Act("open-book") ?? $"/office/statements/{of.Previous}",
            "month.not-booked" or "month.transfers" or "month.book-difference" => Act("book-vouchers") ?? Act("refuse-voucher") ?? "#sheet-entered",
            "statement.no-bank" or "statement.bank-opening" or "month.bank-ends" => "/office/import?kind=bank",
            "month.difference" or "month.unmatched" => Act("match-lines") ?? Act("enter-voucher") ?? "#sheet-entered",
            "month.looks-double" => Act("reverse-voucher") ?? Act("refuse-voucher") ?? "#sheet-entered",
            "statement.receivables-sum" or "statement.debts-sum" or "statement.ledgers-moved" => Act("prepare-statement") ?? "#acts",
            _ => null,
        };
    }
}
