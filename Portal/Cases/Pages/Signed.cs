using System.Collections.Concurrent;
using System.Reflection;
using Transparency.Contracts;

namespace Transparency.Portal.Cases.Pages;

/// <summary>What every event says of its act, whatever its kind: who, and the words that were given with it. Events end with <c>Signature By</c>, a test says so.</summary>
public static class Signed
{
    private static readonly string[] Said = ["Reason", "What", "Findings", "Question", "Answer", "Result", "Note"];

    private static readonly ConcurrentDictionary<Type, (PropertyInfo By, PropertyInfo? Words)> Known = new();

    public static Signature By(object e) => (Signature)PropertiesOf(e).By.GetValue(e)!;

    /// <summary>Null where nothing was said.</summary>
    public static Text? Words(object e) => PropertiesOf(e).Words?.GetValue(e) is Text { IsEmpty: false } words ? words : null;

    private static (PropertyInfo By, PropertyInfo? Words) PropertiesOf(object e) => Known.GetOrAdd(e.GetType(), type =>
        (type.GetProperty("By") ?? throw new InvalidOperationException($"{type.Name} has no signature"),
        Said.Select(type.GetProperty).FirstOrDefault(p => p?.PropertyType == typeof(Text))));
}
