using System.Collections.Frozen;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Escrow;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Acts;
using Transparency.Portal.Escrow;
using Transparency.Portal.Office.Deliberations;
using static Transparency.Portal.Office.Cases.InputKind;

namespace Transparency.Portal.Office.Cases;

/// <summary>The form of every act on the kinds that share one page: its fields in the order in which they are asked for. The hash of a pinned act is no field.</summary>
public static class ActForms
{
    internal static readonly IReadOnlyList<(string, string)> PartyKinds =
        [("organisation", "office.party.Organisation"), ("sole-trader", "office.party.SoleTrader"), ("person", "office.party.Person"), ("household", "office.party.Household")];

    public static readonly FrozenDictionary<string, IReadOnlyList<FormField>> All = new Dictionary<string, IReadOnlyList<FormField>>
    {
        ["open-book"] = [new("opening", Money), new("others", Rows, null, new("item", Pick), new("debit", Money)) { Optional = true }],
        ["enter-voucher"] = Voucher(),
        ["reword-voucher"] = Voucher(),
        ["reverse-voucher"] = [new("original") { Longest = 30, Stands = "reverses" }, new("voucher") { Longest = Transparency.Contracts.Escrow.Voucher.LongestNumber }, new("date", Day), Words("summary")],
        ["book-vouchers"] = [new("not_yet", Several) { Optional = true }],
        ["match-lines"] = [new("vouchers", Several), new("lines", Several), Words("reason")],
        ["undo-match"] = [new("ordinal", Choice)],
        ["adopt-budget"] = [VoucherLines("lines"), Words("basis")],
        ["refuse-voucher"] = [new("voucher", Choice), Words("reason", Lines)],
        ["prepare-statement"] = [Owed("receivables"), Owed("debts"), Words("note", Lines) with { Optional = true }],
        ["return-statement"] = [Words("reason", Lines)],
        ["check-statement"] = [],
        ["sign-statement"] = [],
        ["ask-about-statement"] = [Words("question", Lines)],
        ["answer-about-statement"] = [new("ordinal", Choice), Words("answer", Lines)],

        ["prepare-report"] = [new("nothing", Choice, [("no", "office.report.something"), ("yes", "office.report.nothing")]), Words("words", Lines) with { Optional = true, Longest = Text.Longest }, Words("note", Lines) with { Optional = true }],
        ["return-report"] = [Words("reason", Lines)],
        ["sign-report"] = [],

        ["plan-inspection"] = [Words("title"), new("from"), new("to"), new("villages", Several) { Optional = true }, new("count", Count), Words("team"), new("first", Day), new("last", Day), new("half") { Longest = DrawRecipe.LongestHalf }],
        ["call-number"] = [new("number", Count)],
        ["draw-villages"] = [new("half") { Longest = DrawRecipe.LongestHalf }],
        ["record-findings"] = [new("nothing", Choice, [("no", "office.inspection.something"), ("yes", "office.inspection.nothing")]), new("found", Rows, null, new("code", Choice), new("cure_until", Day), Words("found_what"), new("found_month") { Optional = true }) { Optional = true }],
        ["return-findings"] = [Words("reason", Lines)],
        ["confirm-findings"] = [],
        ["report-cure"] = [new("finding", Choice), Words("what", Lines)],
        ["accept-cure"] = [new("finding", Choice)],
        ["reject-cure"] = [new("finding", Choice), Words("reason", Lines)],
        ["close-inspection"] = [],
        ["cancel-inspection"] = [Words("reason", Lines)],

        ["schedule-rent"] = [new("rows", Rows, null, new("day", Day), new("amount", Money))],
        ["receive-rent"] = [new("date", Day), new("amount", Money), new("voucher") { Optional = true, Longest = 40 }, new("due", Choice) { Optional = true }],
        ["prepare-rent"] = [],
        ["check-rent"] = [],
        ["sign-rent"] = [],

        ["open-drive"] = [Words("title"), Words("what", Lines), new("villages", Several) { Optional = true }],
        ["close-drive"] = [],
        ["list-case"] = [],
        ["verify-case"] = [Words("findings", Lines)],
        ["classify-case"] = [new("problems", Several, [.. Coded<Problem>("problem", CleanUpCode.Of), ("none", "office.problem.none")])],
        ["remedy-case"] = [new("remedies", Several, [.. Coded<Remedy>("remedy", CleanUpCode.Of)]), new("recovered", Money) { Optional = true }, new("declaration", Choice)],
        ["finish-case"] = [new("recovered", Money) { Optional = true }],
        ["defer-case"] = [Words("reason", Lines)],
        ["litigate-case"] = [Words("reason", Lines)],
    }.Concat(TenderForms.All).Concat(DeliberationForms.All).ToFrozenDictionary();

    /// <summary>What cannot be undone stands apart, never first.</summary>
    public static readonly FrozenSet<string> Dangerous = FrozenSet.Create(
        "refuse-voucher", "reverse-voucher", "undo-match", "return-statement", "return-report", "return-findings", "reject-cure", "cancel-inspection", "reword-voucher", "close-drive", "defer-case", "litigate-case", "fail-tender", "cancel-tender", "return-deliberation", "withdraw-deliberation");

    private static FormField Words(string name, InputKind kind = Line) => new(name, kind) { Translated = true };

    private static FormField Owed(string name) => new(name, Rows, null, Words("who"), new("amount", Money)) { Optional = true };

    private static IReadOnlyList<FormField> Voucher() =>
    [
        new("voucher") { Longest = Transparency.Contracts.Escrow.Voucher.LongestNumber }, new("date", Day), Words("summary"), VoucherLines("lines"), new("money", Choice, [.. Named<MoneyMoved>("money")]) { Optional = true },
        new("payee_kind", Choice, PartyKinds) { Optional = true }, Words("payee") with { Optional = true }, new("approvers", Several, [.. Named<Approver>("approver")]) { Optional = true },
        new("agreement") { Optional = true, Longest = 20 }, new("tender") { Optional = true, Longest = 20 }, new("declaration") { Optional = true, Longest = 20 },
        new("deliberation") { Optional = true, Longest = 20 }, new("reverses") { Optional = true, Longest = 30 },
    ];

    private static FormField VoucherLines(string name) => new(name, Rows, null, new("item", Pick), new("income", Money), new("expense", Money));

    internal static IEnumerable<(string, string)> Named<T>(string family) where T : struct, Enum => Enum.GetValues<T>().Select(v => (Fields.NameOf(v), $"{family}.{v}"));

    private static IEnumerable<(string, string)> Coded<T>(string family, Func<T, string> code) where T : struct, Enum => Enum.GetValues<T>().Select(v => (code(v), $"{family}.{v}"));
}
