using Transparency.Contracts;

namespace Transparency.Portal.Store;

/// <summary>One event as it stands in the store.</summary>
/// <param name="Data">null when the stored name is unknown to this program</param>
public sealed record StoredEvent(string Stream, long Version, string Name, object? Data);

/// <summary>What holds over several streams: it sees every event once, in the order of the store.</summary>
public interface IStoreCheck
{
    IEnumerable<Refusal> Next(StoredEvent e);

    /// <summary>What only the end of the store can tell.</summary>
    IEnumerable<Refusal> Findings() => [];
}
