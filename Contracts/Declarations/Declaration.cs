using Transparency.Contracts.Deadlines;

namespace Transparency.Contracts.Declarations;

/// <summary>One state of a declaration's life; each holds only what is true there.</summary>
public abstract record Declaration
{
    public sealed record None : Declaration;

    /// <summary>Registered: what all later states share.</summary>
    public abstract record Known(Case Case) : Declaration;

    public sealed record Drafted(Case Case) : Known(Case);

    /// <param name="Declared">the section as declared</param>
    public sealed record InReview(Case Case, DeclarationSection Declared, Signature By) : Known(Case);

    public sealed record Returned(Case Case, Text Reason) : Known(Case);

    public sealed record ReviewRefused(Case Case) : Known(Case);

    public sealed record ReviewPassed(Case Case, DeclarationSection Reviewed, Signature DeclaredBy, Signature By) : Known(Case);

    /// <param name="Opened">the section with which this window opened: wording fixes are measured from it</param>
    public sealed record InPublicity(Case Case, DeclarationSection Section, Deadline Window, DeclarationSection Opened) : Known(Case)
    {
        /// <summary>A wording fix that waits for another person; null for none.</summary>
        public WordingProposal? Proposed { get; init; }
    }

    /// <param name="Unsettled">objections without an answer yet; approval waits for them</param>
    public sealed record WindowClosed(Case Case, DeclarationSection Section, IReadOnlyList<ObjectionId> Unsettled) : Known(Case);

    public sealed record Approved(Case Case, DeclarationSection Section) : Known(Case);

    public sealed record Refused(Case Case) : Known(Case);

    /// <summary>Back with the village after its window; public.</summary>
    public sealed record SentBack(Case Case, DeclarationSection Section, Text Reason) : Known(Case);

    /// <summary>Ended with its window, without an approval.</summary>
    public sealed record Concluded(Case Case, DeclarationSection Section) : Known(Case);

    public sealed record Withdrawn(Case Case) : Known(Case);

    public sealed record Revoked(Case Case) : Known(Case);
}

/// <param name="Section">as it would stand</param>
public sealed record WordingProposal(DeclarationSection Section, Text Note, Signature ProposedBy);

/// <summary>The file of one declaration, carried from state to state.</summary>
/// <param name="Declarants">every person who drafted, declared or restarted it</param>
/// <param name="Reviewers">every person who reviewed, opened, fixed wording or settled an objection</param>
/// <param name="Number">null until the first window opens</param>
/// <param name="Round">windows opened so far</param>
/// <param name="Edition">editions so far; 0 = never public</param>
/// <param name="RestartReason">why the next window opens, or null</param>
/// <param name="Sections">what was declared, reviewed and published so far, oldest first, so that a moved hash can be explained</param>
/// <param name="Settled">objections answered or set aside, of all rounds</param>
public sealed record Case(
    DeclarationId Id, DeclarationContent Content, IReadOnlyList<PersonId> Declarants, IReadOnlyList<PersonId> Reviewers,
    DeclarationNumber? Number, int Round, int Edition, Text? RestartReason,
    IReadOnlyList<DeclarationSection> Sections, IReadOnlyList<ObjectionId> Settled, IReadOnlyList<ObjectionId> Arrived)
{
    public static Case Begin(DeclarationId id, DeclarationContent content, PersonId declarant) =>
        new(id, content, [declarant], [], null, 0, 0, null, [], [], []);

    public bool IsPublic => Edition > 0;

    public Case DeclaredBy(PersonId person) => Declarants.Contains(person) ? this : this with { Declarants = [.. Declarants, person] };

    public Case ReviewedBy(PersonId person) => Reviewers.Contains(person) ? this : this with { Reviewers = [.. Reviewers, person] };

    public Case With(DeclarationSection section) => this with { Sections = [.. Sections, section] };
}
