using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Letters;

/// <summary>What anybody may send in without an account, and ask after by its receipt.</summary>
/// <param name="Act">as scenario files call it</param>
/// <param name="PlayAsync">sends one as a scenario file tells it: the subject's key and the fields</param>
/// <param name="FindAsync">by the hash of its receipt; null when there is none, or it was deleted</param>
public sealed record LetterKind(
    string Act,
    Func<Ledger, string, IReadOnlyDictionary<string, string>, DateTimeOffset, CancellationToken, Task<Sent>> PlayAsync,
    Func<IQuerySession, string, CancellationToken, Task<FoundLetter?>> FindAsync);

/// <summary>What the holder of a receipt is told.</summary>
/// <param name="ReceivedAt">UTC</param>
/// <param name="IsDone">nothing more is to come</param>
public sealed record FoundLetter(DateTimeOffset ReceivedAt, Sentence State, bool IsDone)
{
    /// <summary>The public page that it is about; null while there is none.</summary>
    public (Text Title, string Number, string Path)? About { get; init; }

    /// <summary>Words of whoever answered it, for its author alone.</summary>
    public Text? Said { get; init; }

    /// <summary>Code of the words that lead to the page; null where there is nothing to read there yet.</summary>
    public string? Read { get; init; }
}
