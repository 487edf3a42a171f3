using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Transparency.Portal.Tests.Store;

/// <summary>All that is logged through its factory, at every level, as it is read.</summary>
internal sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Words)> lines = new();

    public CapturedLogs() => Factory = LoggerFactory.Create(logs => logs.SetMinimumLevel(LogLevel.Trace).AddProvider(this));

    public ILoggerFactory Factory { get; }

    public IReadOnlyList<(LogLevel Level, string Words)> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Line(lines);

    public void Clear() => lines.Clear();

    public void Dispose() { }

    private sealed class Line(ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}"));
    }
}
