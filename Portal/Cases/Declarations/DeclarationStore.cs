using Marten;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Objections;
using Transparency.Contracts.Publicity;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>Declarations with their numbers, the looks at their pages and the objections to them.</summary>
internal static class DeclarationStore
{
    public static readonly StreamKind Declaration = StreamKind.Of("declaration", DeclarationDecider.Law, new Dictionary<Type, string>
    {
        [typeof(DeclarationDrafted)] = "declaration-drafted",
        [typeof(DeclarationRedrafted)] = "declaration-redrafted",
        [typeof(DeclarationDeclared)] = "declaration-declared",
        [typeof(DeclarationReturned)] = "declaration-returned",
        [typeof(DeclarationReviewRefused)] = "declaration-review-refused",
        [typeof(DeclarationReviewPassed)] = "declaration-review-passed",
        [typeof(DeclarationWindowOpened)] = "declaration-window-opened",
        [typeof(DeclarationWordingProposed)] = "declaration-wording-proposed",
        [typeof(DeclarationWordingDeclined)] = "declaration-wording-declined",
        [typeof(DeclarationWordingFixed)] = "declaration-wording-fixed",
        [typeof(DeclarationWindowExtended)] = "declaration-window-extended",
        [typeof(DeclarationRestarted)] = "declaration-restarted",
        [typeof(DeclarationObjectionSettled)] = "declaration-objection-settled",
        [typeof(DeclarationWindowClosed)] = "declaration-window-closed",
        [typeof(DeclarationApproved)] = "declaration-approved",
        [typeof(DeclarationRefused)] = "declaration-refused",
        [typeof(DeclarationSentBack)] = "declaration-sent-back",
        [typeof(DeclarationConcluded)] = "declaration-concluded",
        [typeof(DeclarationWithdrawn)] = "declaration-withdrawn",
        [typeof(DeclarationRevoked)] = "declaration-revoked",
    })
        .Hashed<DeclarationDeclared>(x => (x.Hash, x.Section.Hash))
        .Hashed<DeclarationReviewPassed>(x => (x.Hash, x.Section.Hash))
        .Hashed<DeclarationWindowOpened>(x => (x.Hash, x.Section.Hash))
        .Hashed<DeclarationWordingProposed>(x => (x.Hash, x.Section.Hash))
        .Hashed<DeclarationWordingFixed>(x => (x.Hash, x.Section.Hash))
        .Hashed<DeclarationRestarted>(x => (x.Hash, x.Section.Hash))
        .With<DeclarationOnDesk>(4, DeclarationOnDesk.Next)
        with { Documents = o => o.Schema.For<DeclarationOnRegister>().Index(x => x.Status) };

    public static readonly StreamKind Numbers = new StreamKind("numbers", new Dictionary<Type, string>
    {
        [typeof(NumberTaken)] = "number-taken",
        [typeof(NumberLost)] = "number-lost",
    });

    public static readonly NumberSeries Series = new("declarations", StreamKey.Numbers, (ordinal, at) => new NumberLost(ordinal, at));

    public static NumberCheck NumberCheck() => new(
        e => e.Data is NumberTaken x ? new(e.Stream, x.Ordinal, StreamKey.Of(x.Declaration)) : null,
        e => e.Data is DeclarationWindowOpened { Round: 1, Number: var number }
            ? new(StreamKey.Numbers(number.Year), number.Ordinal, e.Stream, $"{number}") : null);

    public static readonly StreamKind Publicity = StreamKind.Of("publicity", PublicityDecider.Law, new Dictionary<Type, string>
    {
        [typeof(PublicityChecked)] = "publicity-checked",
    });

    public static readonly StreamKind Objection = StreamKind.Of("objection", ObjectionDecider.Law, new Dictionary<Type, string>
    {
        [typeof(ObjectionRaised)] = "objection-raised",
        [typeof(ObjectionSettled)] = "objection-settled",
    }) with
    {
        Documents = o =>
        {
            o.Schema.For<ObjectionOnRegister>().Index(x => x.Declaration);
            o.Schema.For<ObjectionLetter>().Index(x => x.Declaration).UniqueIndex(x => x.ReceiptHash);
        },
    };
}
