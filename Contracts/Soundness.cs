using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Transparency.Contracts;

/// <summary>
/// What no event may hold, whatever the act and whichever door it came through: see <see cref="Characters"/> and <see cref="Days"/>.
/// One unsound value in one event would stop every page that shows it.
/// </summary>
public static partial class Soundness
{
    private sealed record Part(PropertyInfo Property, string Field, int YearsAhead);

    /// <summary>What is left of a type's parts that are stored; sums, counts and choices are always sound.</summary>
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Part>> Known = new();

    /// <summary>Null when every value in it is sound; the field is the law's name for the value.</summary>
    /// <param name="happened">an event; its days are measured from the day on which it was signed</param>
    public static Refusal? FaultIn(object happened) =>
        FaultIn(happened, null, Days.YearsAhead, happened is ISigned { By.At: var at } ? Shanghai.DayOf(at) : null);

    /// <summary>Every text in it, in the order in which it is stored.</summary>
    public static IEnumerable<(string Field, string Text)> TextsIn(object happened) =>
        LeavesOf(happened, "", Days.YearsAhead).Where(leaf => leaf.Value is string).Select(leaf => (leaf.Field, (string)leaf.Value));

    private static Refusal? FaultIn(object value, string? field, int yearsAhead, DateOnly? today) =>
        LeavesOf(value, field ?? "", yearsAhead).Select(leaf => FaultInLeaf(leaf.Value, leaf.YearsAhead, today)?.At(leaf.Field))
            .FirstOrDefault(fault => fault is not null);

    private static Refusal? FaultInLeaf(object value, int yearsAhead, DateOnly? today) =>
        value is string text ? Characters.FaultIn(text)
        : today is { } day ? Days.FaultInValue(value, day, yearsAhead)
        : null;

    private static IEnumerable<(string Field, object Value, int YearsAhead)> LeavesOf(object? value, string field, int yearsAhead)
    {
        return value switch
        {
            null => [],
            string or DateOnly or DateTimeOffset or Month => [(field, value, yearsAhead)],
            IEnumerable rows => rows.Cast<object>().SelectMany(row => LeavesOf(row, field, yearsAhead)),
            // Two languages are one field, and so are a party and its name.
            Text text => Both(text.Zh, text.En),
            Party party => Both(party.Name.Zh, party.Name.En),
            PublicName name => Both(name.Zh, name.En),
            _ => PartsOf(value.GetType()).SelectMany(part => LeavesOf(part.Property.GetValue(value), part.Field, part.YearsAhead)),
        };

        IEnumerable<(string, object, int)> Both(string zh, string? en) =>
            en is null ? [(field, zh, 0)] : [(field, zh, 0), (field, en, 0)];
    }

    // What can be written is what is stored; the rest is worked out from it.
    private static IReadOnlyList<Part> PartsOf(Type type) => Known.GetOrAdd(
        type, of => of.Assembly != typeof(Refusal).Assembly || of.IsEnum ? []
        : [.. of.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsPrimitive)
            .Select(p => new Part(p, FieldOf(p.Name),
                p.IsDefined(typeof(EndOfContractAttribute)) ? Days.YearsOfContract : Days.YearsAhead))]);

    /// <summary><c>for_whom</c> for ForWhom; the day on which something was done is called its date.</summary>
    private static string FieldOf(string name) => name is "On" or "Day" ? "date" : Capital().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
