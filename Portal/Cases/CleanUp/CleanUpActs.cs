using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Marten;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using static Transparency.Contracts.Agreements.CleanUp.CleanUpCommand;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>
/// The acts on one agreement on its way through a drive, and when its page offers them. Subject: <see cref="CleanUpKey"/>.
/// </summary>
internal static class CleanUpActs
{
    private static readonly ActsOn<CleanUpKey, CleanUpCase, CleanUpCommand, CleanUpEvent> OnCase =
        new(CleanUpKey.Parse, text => Refusal.Mend(null, "cleanup.subject", text), key => key.Stream, CleanUpDecider.Law)
        {
            PartiesAsync = (entry, key) => OtherSides.OfAsync(entry, [key.Agreement]),
        };

    /// <summary>登记: takes the agreement as its working copy stands now. From here on the case is public.</summary>
    private static readonly Act ListCase = OnCase.Act("list-case", async (a, key) =>
    {
        var drive = await a.Entry.LoadAsync(StreamKey.Of(key.Drive), DriveDecider.Law);
        var agreement = await a.Entry.LoadAsync(StreamKey.Of(key.Agreement), AgreementDecider.Law);
        return new List(drive.State, key.Agreement, agreement.State, a.By, a.At);
    });

    /// <summary>核实: what was found, in the officer's words.</summary>
    public static readonly Act VerifyCase = OnCase.Act("verify-case",
        (a, _) => new Verify(a.Fields.Text("findings"), a.By, a.At), FormField.Said("findings", Lines));

    /// <summary>定性: codes of the problems, or <c>none</c> for an agreement that is in order.</summary>
    public static readonly Act ClassifyCase = OnCase.Act("classify-case", (a, _) => new Classify(ProblemsOf(a.Fields), a.By, a.At),
        new FormField("problems", Several, [.. FormField.Coded<Problem>("problem", CleanUpCode.Of), (InOrder, "office.problem.none")]));

    /// <summary>
    /// 整改: codes of the remedies, the sum claimed, and the approved declaration that carries the agreement as it shall be.
    /// </summary>
    private static readonly Act RemedyCase = OnCase.Act("remedy-case", async (a, _) =>
    {
        var remedies = a.Fields.Several<Remedy>("remedies", "remedies", CleanUpCode.Parse<Remedy>);
        var (recovered, declaration) = (Recovered(a.Fields), new DeclarationId(a.Fields.Line("declaration")));
        var declared = await a.Entry.LoadAsync(StreamKey.Of(declaration), DeclarationDecider.Law);
        return new Report(remedies, recovered, declared.State, a.By, a.At);
    },
        new("remedies", Several, FormField.Coded<Remedy>("remedy", CleanUpCode.Of)),
        Money, new("declaration", Choice) { IsDeclaration = true });

    /// <summary>销号: what has really come in, by the booked vouchers that it came with.</summary>
    public static readonly Act FinishCase = OnCase.Act("finish-case",
        async (a, key) => new Finish(await NamedAsync(a.Entry, key, a.Fields), a.By, a.At),
        new FormField("vouchers", Lines) { Optional = true, Longest = 400 });

    /// <summary>回头看: a year after, by another person.</summary>
    public static readonly Act RecheckCase = OnCase.Act("recheck-case",
        (a, _) => new Recheck(a.Fields.Text("findings"), a.Fields.Flag("holds"), a.By, a.At),
        FormField.Said("findings", Lines), new("holds", Choice, FormField.YesNo));

    /// <summary>暂缓, with a public reason.</summary>
    private static readonly Act DeferCase = OnCase.Act("defer-case",
        (a, _) => new Defer(a.Fields.Text("reason"), a.By, a.At), FormField.Reason) with { IsDangerous = true };

    /// <summary>进入诉讼, with a public reason.</summary>
    private static readonly Act LitigateCase = OnCase.Act("litigate-case",
        (a, _) => new Litigate(a.Fields.Text("reason"), a.By, a.At), FormField.Reason) with { IsDangerous = true };

    public static readonly IReadOnlyList<Act> All =
        [ListCase, VerifyCase, ClassifyCase, RemedyCase, FinishCase, RecheckCase, DeferCase, LitigateCase];

    private const string InOrder = "none";

    private static FormField Money => new("recovered", InputKind.Money) { Optional = true };

    /// <param name="disclosed">the agreement as the public knows it, or null</param>
    public static async Task<IReadOnlyList<OfferedAct?>> OfferedAsync(
        CaseReader r, CleanUpKey key, Drive drive, Agreement agreement, Told<CleanUpCase> file, AgreementOnRegister? disclosed)
    {
        OfferedAct? Ask(Act act, CleanUpCommand command) => Asked.Of(r.Rules, CleanUpDecider.Law, file.State, act, file.Version, command);
        var carried = disclosed?.Editions.DistinctBy(e => e.Declaration).Reverse().ToList() ?? [];
        var declaration = carried.Count == 0 ? new Declaration.None()
            : (await Entry.LoadAsync(r.Session, carried[0].Declaration, DeclarationDecider.Law, r.Cancelled)).State;
        return
        [
            Ask(ListCase, new List(drive, key.Agreement, agreement, r.Officer, r.Now)),
            Ask(VerifyCase, new Verify(Asked.Sound, r.Officer, r.Now)),
            Ask(ClassifyCase, new Classify([], r.Officer, r.Now)),
            Ask(RemedyCase, new Report([Remedy.Reprice], Yuan.Zero, declaration, r.Officer, r.Now))
                ?.With("declaration", [.. carried.Select(e => new Option(StreamKey.IdOf(e.Declaration), e.Number))]),
            Ask(FinishCase, new Finish([], r.Officer, r.Now)),
            Ask(RecheckCase, new Recheck(Asked.Sound, true, r.Officer, r.Now)),
            Ask(DeferCase, new Defer(Asked.Sound, r.Officer, r.Now)),
            Ask(LitigateCase, new Litigate(Asked.Sound, r.Officer, r.Now)),
        ];
    }

    private static IReadOnlyList<Problem> ProblemsOf(Fields f)
    {
        if (f.Line("problems").Length == 0) f.Refuse("problems", "", "problems");
        return f.Line("problems") == InOrder ? [] : f.Several<Problem>("problems", "problems", CleanUpCode.Parse<Problem>);
    }

    private static async Task<IReadOnlyList<NamedIncome>> NamedAsync(Entry entry, CleanUpKey key, Fields f)
    {
        var named = new List<NamedIncome>();
        var others = await entry.Documents.Query<CleanUpOnRegister>()
            .Where(c => c.Id.EndsWith($"/{key.Agreement}")).ToListAsync(entry.Cancelled);
        foreach (var text in f.Line("vouchers").Split([' ', '\n', ',', '，', '、'], Parts))
        {
            if (VoucherKey.Parse(text) is not { } voucher)
            {
                f.Refuse("vouchers", text, "voucher-key");
                continue;
            }
            var claimed = others.FirstOrDefault(c => c.Drive != key.Drive && (c.Vouchers ?? []).Any(v => v.Voucher == voucher));
            named.Add(new(voucher, await IncomeVouchers.FindAsync(entry, key.Agreement.Village, voucher), claimed?.Drive));
        }
        return named;
    }

    private const StringSplitOptions Parts = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static Yuan Recovered(Fields f) => f.Optional("recovered", "yuan", Yuan.Parse) ?? Yuan.Zero;
}

/// <summary>Subject of the acts on one case of a drive: <c>saltpans-2026/09-2026-L-0001</c>.</summary>
public readonly record struct CleanUpKey(DriveId Drive, AgreementId Agreement)
{
    public string Stream => StreamKey.Case(Drive, Agreement);

    /// <summary>Null unless it has that form.</summary>
    public static CleanUpKey? Parse(string text) =>
        text.Split('/') is [var drive, var agreement] && DriveId.Parse(drive) is { } d && AgreementId.Parse(agreement) is { } a
            ? new(d, a) : null;
}
