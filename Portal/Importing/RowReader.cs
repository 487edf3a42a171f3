using Transparency.Contracts;

namespace Transparency.Portal.Importing;

/// <summary>Reads one row cell by cell and collects every fault on the way; what it returns for a bad cell is never stored.</summary>
/// <param name="today">the day of the import, from which its days are measured</param>
public sealed class RowReader(string file, SheetRow row, DateOnly today)
{
    private readonly List<Finding> findings = [];

    public int Number => row.Number;

    public IReadOnlyList<Finding> Findings => findings;

    public void Refuse(string? column, Refusal why) => findings.Add(new(file, row.Number, column, why));

    public bool Has(string column) => row.Cells.ContainsKey(column);

    /// <summary>The cell as it stands, or null.</summary>
    public string? Raw(string column) => row.Cells.GetValueOrDefault(column);

    /// <summary>A cell that must be filled in.</summary>
    public string Must(string column) => May(column) is { } cell ? cell : Missing(column);

    /// <summary>Null when empty.</summary>
    public string? May(string column)
    {
        if (row.Cells.GetValueOrDefault(column) is not { } cell) return null;
        if (Crooked.IsRounded(cell)) Refuse(column, Refusal.Mend(null, "cell.rounded", cell));
        if (Characters.FaultIn(cell) is { } unsound) Refuse(column, unsound);
        return cell;
    }

    /// <summary>Chinese from the column, English from <c>{column}_en</c>, where there is one.</summary>
    public Text Words(string column) => new(Must(column), May($"{column}_en"));

    public Text WordsOrEmpty(string column) => new(May(column) ?? "", May($"{column}_en"));

    public int Whole(string column) => Read(column, "cell.whole", text => Crooked.Whole(text)) ?? 0;

    /// <param name="yearsAhead">see <see cref="Days"/></param>
    public DateOnly Day(string column, int yearsAhead = Days.YearsAhead) =>
        InRange(column, Read(column, "cell.day", text => Crooked.Day(text)), yearsAhead);

    public Yuan Amount(string column) => Read(column, "cell.amount", text => Crooked.Amount(text)) ?? Yuan.Zero;

    public Yuan? AmountOrNone(string column) => Has(column) ? Amount(column) : null;

    public Mu? AreaOrNone(string column) => Has(column) ? Read(column, "cell.area", text => Crooked.Area(text)) : null;

    /// <summary>An id in its public form, or null where the cell is empty.</summary>
    public T? OrNone<T>(string column, string code, Func<string, T?> parse) where T : struct =>
        Has(column) ? Read(column, code, text => parse(Crooked.Fold(text))) : null;

    /// <summary>Zero or more, at most two decimals.</summary>
    public decimal Figure(string column) => Read(column, "cell.figure", text => Cases.Acts.Fields.Figure(Crooked.Fold(text))) ?? 0;

    /// <summary>A day and a time of day, local.</summary>
    public DateTimeOffset Moment(string column) =>
        InRange(column, Read(column, "cell.moment", text => Crooked.Moment(text)), Days.YearsAhead);

    public VillageCode Village(string column) => Read(column, "cell.village", VillageOf) ?? new VillageCode("00");

    /// <summary>One of a few words, in Chinese or as a machine name.</summary>
    public T OneOf<T>(string column, IReadOnlyDictionary<string, T> words) where T : struct =>
        Read(column, "cell.one-of", text => WordOf(Crooked.Fold(text), words), string.Join(" / ", words.Keys)) ?? default;

    /// <summary>Several words in one cell, parted by 、 or a comma, a semicolon or a space.</summary>
    public IReadOnlyList<T> Several<T>(string column, Func<string, T?> read, string code, string expected) where T : struct
    {
        var found = new List<T>();
        foreach (var part in Parts(May(column)))
        {
            if (read(part) is { } one) found.Add(one);
            else Refuse(column, Refusal.Mend(null, code, part, expected));
        }
        return found;
    }

    /// <summary>A village's code, also with the leading zero that spreadsheet programs take away.</summary>
    public static VillageCode? VillageOf(string text) => VillageCode.Parse(Crooked.Fold(text).PadLeft(2, '0'));

    public static T? WordOf<T>(string text, IReadOnlyDictionary<string, T> words) where T : struct =>
        words.FirstOrDefault(w => w.Key.Equals(text, StringComparison.OrdinalIgnoreCase)) is { Key: not null } word ? word.Value : null;

    private static string[] Parts(string? cell) =>
        Crooked.Fold(cell ?? "").Split(
            ['、', ',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private T? Read<T>(string column, string code, Func<string, T?> read, params object[] more) where T : struct
    {
        if (May(column) is not { } cell)
        {
            Missing(column);
            return null;
        }
        var value = read(cell);
        if (value is null) Refuse(column, Commas.FaultIn(Crooked.Fold(cell)) ?? Refusal.Mend(null, code, [cell, .. more]));
        return value;
    }

    private T InRange<T>(string column, T? value, int yearsAhead) where T : struct
    {
        if (value is not { } known || Days.FaultInValue(known, today, yearsAhead) is not { } outside) return value ?? default;
        Refuse(column, outside);
        return default;
    }

    private string Missing(string column)
    {
        Refuse(column, Refusal.Mend(null, "cell.missing"));
        return "";
    }
}
