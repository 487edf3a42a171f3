using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>An act as it arrives, from a form of the office, a scenario file or a crafted post: all go the same way.</summary>
/// <param name="Act">a name in <see cref="ActTable"/></param>
/// <param name="Subject">internal id of the declaration, or id of the agreement; empty for a new draft</param>
/// <param name="SeenVersion">of the subject's stream, as the officer saw it; null when nobody looked (scenario files)</param>
public sealed record ActRequest(
    string Act, string Subject, IReadOnlyDictionary<string, string> Fields, Officer By, DateTimeOffset At, long? SeenVersion)
{
    public string Via { get; init; } = "office";

    public string? Correlation { get; init; }

    public Writer Writer => new(By.Id.Value, Via, Correlation);

    public Refusal? Stale(long version) => SeenVersion is { } seen && seen != version ? StoreFault.Conflict : null;
}
