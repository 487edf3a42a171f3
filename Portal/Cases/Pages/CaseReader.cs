using Marten;
using Transparency.Contracts;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Pages;

/// <summary>One stream, folded and as it was told.</summary>
public sealed record Told<TState>(TState State, long Version, IReadOnlyList<Happening> History);

/// <summary>What reading a case for a page needs.</summary>
/// <param name="Query">of the address: what the officer picked on the page</param>
public sealed record CaseReader(IQuerySession Session, Screen Here, IQueryCollection Query, CancellationToken Cancelled)
{
    public Officer Officer => Here.Officer!;

    public RuleBook Rules => Here.Rules;

    public DateTimeOffset Now => Here.Now;

    public async Task<IReadOnlyList<Happening>> HistoryAsync(string stream) =>
        [.. (await Session.Events.FetchStreamAsync(stream, token: Cancelled))
            .Select(e => new Happening(stream, e.Version, (ISigned)e.Data, e.CorrelationId))];

    public async Task<Told<TState>> ReadAsync<TState, TCommand, TEvent>(string stream, Decider<TState, TCommand, TEvent> law)
    {
        var history = await HistoryAsync(stream);
        return new(law.Fold(history.Select(h => (TEvent)h.Event)), history.Count, history);
    }

    /// <summary>Every village as a choice, by its code.</summary>
    public IReadOnlyList<Option> Villages =>
        [.. Rules.Villages.Values.OrderBy(v => v.Code.Value, StringComparer.Ordinal)
            .Select(v => new Option(v.Code.Value, v.Name.In(Here.Language)))];

    public Shown Village(VillageCode code) => Rules.Villages.GetValueOrDefault(code)?.Name ?? new Text(code.Value);

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<Happening> Together(params IEnumerable<IEnumerable<Happening>> histories) =>
        [.. histories.SelectMany(h => h).OrderBy(h => h.By.At)];
}
