using Transparency.Contracts;

namespace Transparency.Portal.Store.Keeping;

/// <summary>What holds over several streams: it sees every event once, in the order of the store.</summary>
public interface IStoreCheck
{
    IEnumerable<Refusal> Next(StoredEvent e);

    /// <summary>What only the end of the store can tell.</summary>
    IEnumerable<Refusal> Findings() => [];
}
