using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>
/// What a vote binds, as fields: <c>flow</c> says which way it goes, <c>amounts</c> how much by source, <c>items</c> how much of what,
/// <c>parties</c> with whom and until when, or <c>by_tender</c>. None of them is needed where the matter stands in public by itself.
/// <code>
/// amounts:  村集体|Village = 96000.00
/// items:    涵管与基础|Pipes and bedding = 340 米|340 m
/// parties:  李某（个人）|Li (private person) = 2026-01-01 = 2030-12-31     both days may be empty
/// </code>
/// </summary>
internal static class VotedFields
{
    public static readonly IReadOnlyList<FormField> All =
    [
        new("flow", Choice, FormField.Named<MoneyFlow>("office.deliberation.money")) { Optional = true },
        new("amounts", Rows, null, FormField.Said("source"), new("amount", Money)) { Optional = true },
        new("items", Rows, null, FormField.Said("thing"), FormField.Said("how_much")) { Optional = true },
        new("parties", Rows, null,
            FormField.Said("party"), new("first_day", Day) { Optional = true }, new("last_day", Day) { Optional = true })
            { Optional = true },
        new("by_tender", Choice, FormField.YesNo) { Optional = true },
    ];

    public static VotedTerms? Read(Fields f)
    {
        var flow = f.Optional("flow", "money-flow", Fields.Choice<MoneyFlow>);
        var (amounts, items, parties) = (f.Rows("amounts", Tables.Sources), f.Rows("items", Items), f.Rows("parties", Parties));
        var byTender = f.Line("by_tender").Length > 0 && f.Flag("by_tender");
        return flow is { } money ? new(money, amounts, items, parties, byTender)
            : amounts.Count + items.Count + parties.Count > 0 ? new(MoneyFlow.None, amounts, items, parties, byTender) : null;
    }

    public static IEnumerable<Fact> Facts(VotedTerms terms)
    {
        yield return new Fact("field.flow", new Shown(new Word($"office.deliberation.money.{terms.Flow}")));
        foreach (var a in terms.Amounts) yield return new Fact("field.amounts", a.Source, a.Amount);
        foreach (var i in terms.Items) yield return new Fact("field.items", i.Item, i.Quantity);
        foreach (var p in terms.Parties) yield return new Fact("field.parties", [.. WordsOf(p)]);
        if (terms.ByTender) yield return new Fact("field.by_tender", new Shown(new Word("office.yes")));
    }

    private static IEnumerable<Shown> WordsOf(VotedParty p)
    {
        yield return p.Name;
        if (p.From is { } from) yield return from;
        if (p.Until is { } until) yield return until;
    }

    private static IReadOnlyList<VotedItem>? Items(string text)
    {
        var rows = new List<VotedItem>();
        foreach (var columns in Tables.Rows(text))
        {
            if (columns is not [var item, var quantity] || Tables.Words(item) is not { } what || Tables.Words(quantity) is not { } much)
                return null;
            rows.Add(new(what, much));
        }
        return rows;
    }

    private static IReadOnlyList<VotedParty>? Parties(string text)
    {
        var rows = new List<VotedParty>();
        foreach (var columns in Tables.Rows(text))
        {
            var days = columns.Skip(1).Select(c => c.Trim()).ToList();
            if (days.Count > 2 || Tables.Words(columns[0]) is not { } name || days.Exists(d => d.Length > 0 && Fields.Day(d) is null))
                return null;
            rows.Add(new(name, DayAt(days, 0), DayAt(days, 1)));
        }
        return rows;
    }

    private static DateOnly? DayAt(List<string> days, int at) => at < days.Count && days[at].Length > 0 ? Fields.Day(days[at]) : null;
}
