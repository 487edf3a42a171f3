using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;

namespace Transparency.Contracts.Agreements.CleanUp;

/// <summary>One agreement on its way through a drive.</summary>
public abstract record CleanUpCase
{
    public sealed record None : CleanUpCase;

    public abstract record Known(CleanUpFile File) : CleanUpCase;

    public sealed record Listed(CleanUpFile File) : Known(File);

    public sealed record Verified(CleanUpFile File, PersonId Verifier) : Known(File);

    public sealed record Classified(CleanUpFile File) : Known(File);

    /// <summary>Nothing was wrong: the end.</summary>
    public sealed record InOrder(CleanUpFile File) : Known(File);

    public sealed record Remedied(CleanUpFile File, PersonId Reporter) : Known(File);

    /// <param name="On">local day of the closing</param>
    public sealed record Done(CleanUpFile File, PersonId Closer, DateOnly On) : Known(File);

    /// <summary>回头看 is over: the end.</summary>
    public sealed record Rechecked(CleanUpFile File) : Known(File);

    /// <param name="Before">where it goes on when it is taken up again</param>
    public sealed record Deferred(Known Before) : Known(Before.File);

    public sealed record Litigated(Known Before) : Known(Before.File);
}

/// <summary>What all states share.</summary>
public sealed record CleanUpFile(DriveId Drive, AgreementId Agreement);

/// <summary>A voucher as it was named, and what the village's book says of it.</summary>
/// <param name="Found">null where the book has none</param>
/// <param name="ClaimedBy">another clean-up case of the agreement that counts it already</param>
public sealed record NamedIncome(VoucherKey Key, BookedIncome? Found, DriveId? ClaimedBy);

/// <summary>What an officer may ask of it. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record CleanUpCommand(Officer By, DateTimeOffset At)
{
    /// <param name="State">the drive as it is now</param>
    /// <param name="Subject">the agreement as it is now</param>
    public sealed record List(
        Drive State, AgreementId Agreement, Agreement Subject, Officer By, DateTimeOffset At) : CleanUpCommand(By, At);

    public sealed record Verify(Text Findings, Officer By, DateTimeOffset At) : CleanUpCommand(By, At);

    /// <param name="Problems">none when the agreement is in order</param>
    public sealed record Classify(IReadOnlyList<Problem> Problems, Officer By, DateTimeOffset At) : CleanUpCommand(By, At);

    /// <param name="State">the declaration of the remedy as it is now</param>
    public sealed record Report(
        IReadOnlyList<Remedy> Remedies, Yuan Recovered, Declaration State, Officer By, DateTimeOffset At) : CleanUpCommand(By, At);

    /// <param name="Recovered">the vouchers by which money came in; empty where none was claimed</param>
    public sealed record Finish(IReadOnlyList<NamedIncome> Recovered, Officer By, DateTimeOffset At) : CleanUpCommand(By, At);

    public sealed record Recheck(Text Findings, bool Holds, Officer By, DateTimeOffset At) : CleanUpCommand(By, At);

    public sealed record Defer(Text Reason, Officer By, DateTimeOffset At) : CleanUpCommand(By, At);

    public sealed record Litigate(Text Reason, Officer By, DateTimeOffset At) : CleanUpCommand(By, At);
}
