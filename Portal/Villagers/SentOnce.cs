using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Transparency.Portal.Cases.Letters;

namespace Transparency.Portal.Villagers;

/// <summary>
/// The same letter from the same form is one letter, however often the button is pressed: the second answer shows the first receipt.
/// Only the last few are remembered; after a restart a form sent again is a second letter, which harms nobody.
/// </summary>
public sealed class SentOnce
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, Lazy<Task<Sent>>> sent = new();
    private readonly ConcurrentQueue<string> order = new();

    public async Task<Sent> RunAsync(IEnumerable<string> letter, Func<Task<Sent>> send)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', letter))));
        var made = new Lazy<Task<Sent>>(send);
        var kept = sent.GetOrAdd(key, made);
        if (ReferenceEquals(kept, made)) Remember(key);
        try
        {
            var answer = await kept.Value;
            if (answer.Receipt is null) sent.TryRemove(key, out _);
            return answer;
        }
        catch
        {
            sent.TryRemove(key, out _);
            throw;
        }
    }

    private void Remember(string key)
    {
        order.Enqueue(key);
        while (order.Count > Most && order.TryDequeue(out var oldest)) sent.TryRemove(oldest, out _);
    }
}
