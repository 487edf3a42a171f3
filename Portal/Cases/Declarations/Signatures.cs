using Transparency.Contracts;
using Transparency.Contracts.Declarations;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>What the history of a declaration says of each act: who, and the words that were given with it.</summary>
public static class Signatures
{
    public static Signature By(this DeclarationEvent e) => e switch
    {
        DeclarationDrafted x => x.By,
        DeclarationRedrafted x => x.By,
        DeclarationDeclared x => x.By,
        DeclarationReturned x => x.By,
        DeclarationReviewRefused x => x.By,
        DeclarationReviewPassed x => x.By,
        DeclarationWindowOpened x => x.By,
        DeclarationWordingFixed x => x.By,
        DeclarationWindowExtended x => x.By,
        DeclarationRestarted x => x.By,
        DeclarationObjectionSettled x => x.By,
        DeclarationWindowClosed x => x.By,
        DeclarationApproved x => x.By,
        DeclarationRefused x => x.By,
        DeclarationWithdrawn x => x.By,
        DeclarationRevoked x => x.By,
        _ => throw new InvalidOperationException($"{e.GetType().Name} has no signature"),
    };

    public static Text? Words(this DeclarationEvent e) => e switch
    {
        DeclarationReturned x => x.Reason,
        DeclarationReviewRefused x => x.Reason,
        DeclarationWordingFixed x => x.Note,
        DeclarationWindowExtended x => x.Reason,
        DeclarationRestarted x => x.Reason,
        DeclarationObjectionSettled x => x.Answer,
        DeclarationRefused x => x.Reason,
        DeclarationWithdrawn x => x.Reason,
        DeclarationRevoked x => x.Reason,
        _ => null,
    };
}
