using System.Collections.Concurrent;
using Transparency.Publishing.Notices;

namespace Transparency.Publishing.Typesetting;

/// <summary>
/// As many supervised typesetters as there are processors, so that sheets are made side by side. Each keeps its own time-out, memory cap
/// and restart; the one that was used last is asked first, so a second process starts only when two notices are wanted at once.
/// </summary>
/// <param name="workers">1 or more</param>
public sealed class TypesetterPool(TypesetterOptions options, int workers) : IAsyncDisposable
{
    private readonly SemaphoreSlim free = new(workers, workers);
    private readonly IReadOnlyList<Typesetter> all = [.. Enumerable.Range(0, workers).Select(_ => new Typesetter(options))];
    private readonly ConcurrentStack<Typesetter> idle = new();
    private int begun;

    public TypesetterPool(TypesetterOptions options) : this(options, Environment.ProcessorCount)
    {
    }

    public int Workers => workers;

    /// <inheritdoc cref="Typesetter.Fingerprint"/>
    public string Fingerprint => all[0].Fingerprint;

    /// <summary>The processes that run now.</summary>
    public IReadOnlyList<int> ProcessIds => [.. all.Select(typesetter => typesetter.ProcessId).OfType<int>()];

    /// <inheritdoc cref="Typesetter.TypesetAsync"/>
    public async Task<Typeset> TypesetAsync(
        NoticeDocument document, ReadOnlyMemory<byte> noticeJson, IReadOnlyList<string> qr, string standard = "a-3a",
        CancellationToken ct = default)
    {
        await free.WaitAsync(ct).ConfigureAwait(false);
        var typesetter = idle.TryPop(out var warm) ? warm : all[Interlocked.Increment(ref begun) - 1];
        try
        {
            return await typesetter.TypesetAsync(document, noticeJson, qr, standard, ct).ConfigureAwait(false);
        }
        finally
        {
            idle.Push(typesetter);
            free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var typesetter in all) await typesetter.DisposeAsync().ConfigureAwait(false);
        free.Dispose();
    }
}
