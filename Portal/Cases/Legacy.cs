using System.Collections.Frozen;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Agreements;
using Transparency.Portal.Cases.Budgets;
using Transparency.Portal.Cases.CleanUp;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Cases.Deliberations;
using Transparency.Portal.Cases.Inspections;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Cases.Reports;
using Transparency.Portal.Store;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases;

/// <summary>Acts that are not yet written in their room; shrinks to nothing.</summary>
internal static class Legacy
{
    private delegate Task<Outcome> Run(Ledger ledger, ActRequest request, CancellationToken ct);

    private static readonly Dictionary<string, Run> Runs = new()
    {
        ["draft"] = Draft.RunAsync,
        ["redraft"] = Redraft.RunAsync,
        ["declare"] = Declare.RunAsync,
        ["withdraw"] = Withdraw.RunAsync,
        ["return"] = Return.RunAsync,
        ["refuse-review"] = RefuseReview.RunAsync,
        ["pass-review"] = PassReview.RunAsync,
        ["open-window"] = OpenWindow.RunAsync,
        ["fix-wording"] = FixWording.RunAsync,
        ["extend-window"] = ExtendWindow.RunAsync,
        ["restart"] = Restart.RunAsync,
        ["settle-objection"] = SettleObjection.RunAsync,
        ["approve"] = Approve.RunAsync,
        ["refuse"] = Refuse.RunAsync,
        ["revoke"] = Revoke.RunAsync,
        ["propose"] = ProposeDeliberation.RunAsync,
        ["discuss"] = DiscussDeliberation.RunAsync,
        ["party-review"] = ReviewByParty.RunAsync,
        ["resolve"] = ResolveDeliberation.RunAsync,
        ["post-resolution"] = PostResolution.RunAsync,
        ["return-deliberation"] = ReturnDeliberation.RunAsync,
        ["withdraw-deliberation"] = WithdrawDeliberation.RunAsync,
        ["post-result"] = PostResult.RunAsync,
        ["register-agreement"] = RegisterAgreement.RunAsync,
        ["change-agreement"] = ChangeAgreement.RunAsync,
        ["open-book"] = OpenBook.RunAsync,
        ["enter-voucher"] = EnterVoucher.RunAsync,
        ["reverse-voucher"] = ReverseVoucher.RunAsync,
        ["reword-voucher"] = RewordVoucher.RunAsync,
        ["book-vouchers"] = BookVouchers.RunAsync,
        ["refuse-voucher"] = RefuseVoucher.RunAsync,
        ["match-lines"] = MatchLines.RunAsync,
        ["undo-match"] = UndoMatch.RunAsync,
        ["adopt-budget"] = AdoptBudgets.RunAsync,
        ["prepare-statement"] = PrepareStatement.RunAsync,
        ["return-statement"] = ReturnStatement.RunAsync,
        ["check-statement"] = CheckStatement.RunAsync,
        ["sign-statement"] = SignStatement.RunAsync,
        ["ask-about-statement"] = AskAboutStatement.RunAsync,
        ["answer-about-statement"] = AnswerAboutStatement.RunAsync,
        ["plan-inspection"] = PlanInspection.RunAsync,
        ["call-number"] = CallNumber.RunAsync,
        ["draw-villages"] = DrawVillages.RunAsync,
        ["record-findings"] = RecordFindings.RunAsync,
        ["return-findings"] = ReturnFindings.RunAsync,
        ["confirm-findings"] = ConfirmFindings.RunAsync,
        ["report-cure"] = ReportCure.RunAsync,
        ["accept-cure"] = AcceptCure.RunAsync,
        ["reject-cure"] = RejectCure.RunAsync,
        ["close-inspection"] = CloseInspection.RunAsync,
        ["cancel-inspection"] = CancelInspection.RunAsync,
        ["prepare-report"] = PrepareReport.RunAsync,
        ["return-report"] = ReturnReport.RunAsync,
        ["sign-report"] = SignReport.RunAsync,
        ["open-drive"] = OpenDrive.RunAsync,
        ["close-drive"] = CloseDrive.RunAsync,
        ["list-case"] = ListCase.RunAsync,
        ["verify-case"] = VerifyCase.RunAsync,
        ["classify-case"] = ClassifyCase.RunAsync,
        ["remedy-case"] = RemedyCase.RunAsync,
        ["finish-case"] = FinishCase.RunAsync,
        ["defer-case"] = DeferCase.RunAsync,
        ["litigate-case"] = LitigateCase.RunAsync,
    };

    private static readonly Dictionary<string, FindHash> Pinned = new()
    {
        ["pass-review"] = ReadDeclaration.HashToPinAsync,
        ["open-window"] = ReadDeclaration.HashToPinAsync,
        ["approve"] = ReadDeclaration.HashToPinAsync,
        ["check-statement"] = ReadStatement.HashToPinAsync,
        ["sign-statement"] = ReadStatement.HashToPinAsync,
        ["confirm-findings"] = WriteInspection.HashToPinAsync,
        ["sign-report"] = WriteReport.HashToPinAsync,
    };

    private static readonly Dictionary<string, IReadOnlyList<FormField>> Forms = new Dictionary<string, IReadOnlyList<FormField>>
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


        ["open-drive"] = [Words("title"), Words("what", Lines), new("villages", Several) { Optional = true }],
        ["close-drive"] = [],
        ["list-case"] = [],
        ["verify-case"] = [Words("findings", Lines)],
        ["classify-case"] = [new("problems", Several, [.. Coded<Problem>("problem", CleanUpCode.Of), ("none", "office.problem.none")])],
        ["remedy-case"] = [new("remedies", Several, [.. Coded<Remedy>("remedy", CleanUpCode.Of)]), new("recovered", Money) { Optional = true }, new("declaration", Choice) { IsDeclaration = true }],
        ["finish-case"] = [new("recovered", Money) { Optional = true }],
        ["defer-case"] = [Words("reason", Lines)],
        ["litigate-case"] = [Words("reason", Lines)],
    }.Concat(DeliberationForms.All).ToDictionary();

    private static readonly HashSet<string> Dangerous =
    [
        "refuse-voucher", "reverse-voucher", "undo-match", "return-statement", "return-report", "return-findings", "reject-cure", "cancel-inspection", "reword-voucher", "close-drive", "defer-case", "litigate-case", "return-deliberation", "withdraw-deliberation"
    ];

    private static readonly HashSet<string> OnDeclarations =
    [
        "draft", "redraft", "declare", "withdraw", "return", "refuse-review", "pass-review", "open-window", "fix-wording", "extend-window", "restart", "settle-objection", "approve", "refuse", "revoke"
    ];

    public static IEnumerable<Act> All => Runs.Select(run => new Act(run.Key, _ => throw new InvalidOperationException(run.Key), Forms.GetValueOrDefault(run.Key, []))
    {
        Before = (ledger, request, ct) => run.Value(ledger, request, ct),
        IsDangerous = Dangerous.Contains(run.Key),
        Pins = Pinned.GetValueOrDefault(run.Key),
        Leaves = (subject, fields) => LeavesOf(run.Key, subject, fields),
        SubjectOf = OnDeclarations.Contains(run.Key) ? key => NewId.FromKey(key).Value : key => key,
    });

    private static string? LeavesOf(string act, string subject, IReadOnlyDictionary<string, string> fields) => act switch
    {
        _ when OnDeclarations.Contains(act) => StreamKey.Of(new DeclarationId(subject)),
        "register-agreement" or "change-agreement" => StreamKey.Of(new AgreementId(subject)),
        "open-book" or "enter-voucher" or "reword-voucher" => $"book/{subject}",
        "book-vouchers" or "refuse-voucher" => $"trust/{subject[(subject.IndexOf('/', StringComparison.Ordinal) + 1)..]}",
        _ when act.EndsWith("-statement", StringComparison.Ordinal) => $"statement/{subject}",
        _ => StreamOf(act, subject),
    };

    private static string? StreamOf(string act, string subject) => act switch
    {
        
        "propose" or "discuss" or "party-review" or "resolve" or "post-resolution" or "return-deliberation" or "withdraw-deliberation" or "post-result" => DeliberationId.Parse(subject) is { } id ? StreamKey.Of(id) : null,
        "open-drive" or "close-drive" => DriveId.Parse(subject) is { } drive ? StreamKey.Of(drive) : null,
        "list-case" or "verify-case" or "classify-case" or "remedy-case" or "finish-case" or "defer-case" or "litigate-case" => CleanUpKey.Parse(subject)?.Stream,
        "plan-inspection" or "call-number" or "draw-villages" or "close-inspection" or "cancel-inspection"
            or "record-findings" or "confirm-findings" or "return-findings" or "report-cure" or "accept-cure" or "reject-cure" => InspectionKey.Parse(subject) is { } inspection ? StreamKey.Of(inspection.Id) : null,
        "prepare-report" or "return-report" or "sign-report" => ReportKey.Parse(subject) is { } of ? StreamKey.Of(of) : null,
        _ => null,
    };

    private static FormField Words(string name, InputKind kind = Line) => new(name, kind) { Translated = true };

    private static FormField Owed(string name) => new(name, Rows, null, Words("who"), new("amount", Money)) { Optional = true };

    private static IReadOnlyList<FormField> Voucher() =>
    [
        new("voucher") { Longest = Transparency.Contracts.Escrow.Voucher.LongestNumber }, new("date", Day), Words("summary"), VoucherLines("lines"), new("money", Choice, [.. Named<MoneyMoved>("money")]) { Optional = true },
        new("payee_kind", Choice, FormField.PartyKinds) { Optional = true }, Words("payee") with { Optional = true }, new("approvers", Several, [.. Named<Approver>("approver")]) { Optional = true },
        new("agreement") { Optional = true, Longest = 20 }, new("tender") { Optional = true, Longest = 20 }, new("declaration") { Optional = true, Longest = 20 },
        new("deliberation") { Optional = true, Longest = 20 }, new("reverses") { Optional = true, Longest = 30 },
    ];

    private static FormField VoucherLines(string name) => new(name, Rows, null, new("item", Pick), new("income", Money), new("expense", Money));

    internal static IEnumerable<(string, string)> Named<T>(string family) where T : struct, Enum => Enum.GetValues<T>().Select(v => (Fields.NameOf(v), $"{family}.{v}"));

    private static IEnumerable<(string, string)> Coded<T>(string family, Func<T, string> code) where T : struct, Enum => Enum.GetValues<T>().Select(v => (code(v), $"{family}.{v}"));
}
