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
    private sealed record Part(MethodInvoker Read, string Field, int YearsAhead);

    private readonly record struct Leaf(string Field, object Value, int YearsAhead);

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

    private static List<Leaf> LeavesOf(object value, string field, int yearsAhead)
    {
        var leaves = new List<Leaf>();
        Gather(value, field, yearsAhead, leaves);
        return leaves;
    }

    private static void Gather(object? value, string field, int yearsAhead, List<Leaf> into)
    {
        switch (value)
        {
            case null: break;
            case string or DateOnly or DateTimeOffset or Month: into.Add(new(field, value, yearsAhead)); break;
            case IEnumerable rows: foreach (var row in rows) Gather(row, field, yearsAhead, into); break;
            // Two languages are one field, and so are a party and its name.
            case Text text: Both(text.Zh, text.En); break;
            case Party party: Both(party.Name.Zh, party.Name.En); break;
            case PublicName name: Both(name.Zh, name.En); break;
            default:
                foreach (var part in PartsOf(value.GetType())) Gather(part.Read.Invoke(value), part.Field, part.YearsAhead, into);
                break;
        }

        void Both(string zh, string? en)
        {
            into.Add(new(field, zh, 0));
            if (en is not null) into.Add(new(field, en, 0));
        }
    }

    // What can be written is what is stored; the rest is worked out from it.
    private static IReadOnlyList<Part> PartsOf(Type type) => Known.GetOrAdd(
        type, of => of.Assembly != typeof(Refusal).Assembly || of.IsEnum ? []
        : [.. of.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0 && !IsAlwaysSound(p.PropertyType))
            .Select(p => new Part(MethodInvoker.Create(p.GetMethod!), FieldOf(p.Name),
                p.IsDefined(typeof(EndOfContractAttribute)) ? Days.YearsOfContract : Days.YearsAhead))]);

    private static bool IsAlwaysSound(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(decimal) || type == typeof(Yuan)
        || (Nullable.GetUnderlyingType(type) is { } inner && IsAlwaysSound(inner));

    /// <summary><c>for_whom</c> for ForWhom; the day on which something was done is called its date.</summary>
    private static string FieldOf(string name) => name is "On" or "Day" ? "date" : Capital().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
