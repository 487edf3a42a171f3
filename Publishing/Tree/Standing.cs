using System.Text.Encodings.Web;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Tree;

/// <summary>
/// What a tree remembers of the store that it was made from, so that no other store, and no older one, takes away what stood in public.
/// It lies beside the pages as <c>.standing</c>, readable by the publisher's account only: no page, in no manifest, never compared.
/// </summary>
/// <param name="Store">the store's identity</param>
/// <param name="Edition">public acts in the tree</param>
/// <param name="Events">events that the store held, public or not</param>
/// <param name="Last">the number of its newest event</param>
/// <param name="Failing">what could not be made in the last run, and was left as it stood: name and kind of fault</param>
public sealed record Standing(string Store, long Edition, long Events, long Last, IReadOnlyList<StandingFault> Failing)
{
    /// <summary>What may stand nowhere, whatever store is published here after a restore.</summary>
    public Suppressed Suppressed { get; init; } = Suppressed.None;

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true,
    };

    /// <summary>
    /// Why a store must not be published over this tree: <c>publication.other-store</c>, <c>publication.older-store</c>, or, when only
    /// its register shows less than its events tell, <c>publication.register-lacks</c>; null when it may. What is remembered is never
    /// too much: a publisher that died wrote its pages first.
    /// </summary>
    public Refusal? Against(Standing now) =>
        now.Store != Store ? Refusal.NotNow("publication.other-store")
        : now.Events < Events || now.Last < Last ? Refusal.NotNow("publication.older-store", Edition, Events, now.Edition, now.Events)
        : now.Edition < Edition ? Refusal.NotNow("publication.register-lacks", Edition, now.Edition)
        : null;

    public bool Equals(Standing? other) =>
        other is not null && (Store, Edition, Events, Last) == (other.Store, other.Edition, other.Events, other.Last)
        && Failing.SequenceEqual(other.Failing) && Suppressed == other.Suppressed;

    public override int GetHashCode() => HashCode.Combine(Store, Edition, Events, Last);

    internal byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Plain), (byte)'\n'];

    /// <summary>Null for what a power cut, or somebody, has left of it: then it is as if it were not there.</summary>
    internal static Standing? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Standing>(bytes, Plain) is { Store: not null, Failing: not null, Suppressed: not null } read
                ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Where">a path, or the key of the row that a page could not be told of</param>
/// <param name="Fault">its kind</param>
public sealed record StandingFault(string Where, string Fault)
{
    public static StandingFault Of(Refusal failed) => new((string)failed.Arguments[0], (string)failed.Arguments[1]);

    public Refusal Why => Attempts.Failure(Where, Fault);
}
