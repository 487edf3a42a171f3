using System.Globalization;
using Transparency.Contracts;
using Transparency.Portal.Files;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Acts;

/// <summary>
/// A field of <see cref="AttachmentRows"/> as rows of inputs: <c>{field}_{row}_upload</c> brings a file, which from then on stands
/// in the hidden <c>_file</c> and <c>_bytes</c>, so that a form that comes back has it still; <c>_name</c> and <c>_name_en</c> are
/// the clerk's, <c>_remove</c> leaves the row out.
/// </summary>
public static class AttachmentForm
{
    /// <summary>Rows without a file that a form shows.</summary>
    private const int Empty = 3;

    /// <summary>Takes every chosen file in and puts it into its row; a file that is refused leaves the others in.</summary>
    /// <returns>the first refusal, at its input, or null</returns>
    public static async Task<Fault?> TakeInAsync(
        FileShelf shelf, Screen here, IFormCollection form, IDictionary<string, string> inputs, CancellationToken ct)
    {
        Fault? fault = null;
        foreach (var sent in form.Files.Where(f => f.FileName.Length > 0))
        {
            if (sent.Name.Split('_') is not [.. { Length: > 0 } field, var number, "upload"] || Row(number) is not { } row) continue;
            var name = Path.GetFileName(sent.FileName.Replace('\\', '/'));
            var taken = sent.Length > AttachmentList.LargestBytes
                ? CleanFile.TooLarge(name)
                : await shelf.TakeInAsync(name, await BytesOfAsync(sent, ct), here.Officer!, here.Now, ct);
            var cell = $"{string.Join('_', field)}_{row}";
            switch (taken)
            {
                case Result<Store.Documents.StoredFile>.Refused no:
                    fault ??= new(no.Why, $"{cell}_upload");
                    break;
                case Result<Store.Documents.StoredFile>.Of(var file):
                    (inputs[$"{cell}_file"], inputs[$"{cell}_bytes"]) = (file.Name, file.Bytes.ToString(CultureInfo.InvariantCulture));
                    break;
            }
        }
        return fault;
    }

    /// <summary>The rows as the act's field; what stands in the field itself comes first.</summary>
    public static string FieldOf(string field, IReadOnlyDictionary<string, string> inputs) => string.Join('\n', RowsIn(field, inputs)
        .Where(row => !IsRemoved(field, row, inputs) && (Cell(inputs, field, row, "file") + Cell(inputs, field, row, "name")).Length > 0)
        .Select(row => $"{Tables.Escaped(Cell(inputs, field, row, "file"))} = {Tables.Escaped(Cell(inputs, field, row, "bytes"))}"
            + $" = {Words(Cell(inputs, field, row, "name"), Cell(inputs, field, row, "name_en"))}")
        .Prepend(inputs.GetValueOrDefault(field, "")).Where(line => line.Length > 0));

    /// <summary>The inputs of files that are attached already.</summary>
    public static void Fill(IDictionary<string, string> inputs, string field, IEnumerable<Attachment> files)
    {
        inputs[field] = "";
        foreach (var (i, file) in files.Index())
        {
            var cell = $"{field}_{i + 1}";
            (inputs[$"{cell}_file"], inputs[$"{cell}_bytes"]) = (file.File, file.Bytes.ToString(CultureInfo.InvariantCulture));
            (inputs[$"{cell}_name"], inputs[$"{cell}_name_en"]) = (file.Name.Zh, file.Name.En ?? "");
        }
    }

    /// <summary>The first row with a name and no file, or with a file and no name, at its input.</summary>
    public static Fault? FaultIn(string field, IReadOnlyDictionary<string, string> inputs)
    {
        foreach (var row in RowsIn(field, inputs).Where(row => !IsRemoved(field, row, inputs)))
        {
            var (file, name) = (Cell(inputs, field, row, "file"), Cell(inputs, field, row, "name"));
            var english = Cell(inputs, field, row, "name_en");
            if (file.Length == 0 && (name + english).Length > 0)
                return new(Refusal.Mend(null, "attachment.file-missing", row), $"{field}_{row}_upload");
            if (file.Length > 0 && name.Length == 0) return new(Refusal.Mend(null, "attachment.name-missing", row), $"{field}_{row}_name");
        }
        return null;
    }

    /// <summary>Rows that a form shows: those with something in them and a few more, as far as a case may have files.</summary>
    public static int RowsOf(string field, IReadOnlyDictionary<string, string> inputs)
    {
        var filled = RowsIn(field, inputs).DefaultIfEmpty(0).Max();
        return Math.Max(filled, Math.Min(AttachmentList.MostPerCase, filled + Empty));
    }

    /// <summary>Whether an input is of a row of this field.</summary>
    public static bool IsOf(string field, string input) => RowOf(field, input) is not null;

    public static string Cell(IReadOnlyDictionary<string, string> inputs, string field, int row, string column) =>
        inputs.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{field}_{row}_{column}"), "").Trim();

    private static bool IsRemoved(string field, int row, IReadOnlyDictionary<string, string> inputs) =>
        Cell(inputs, field, row, "remove").Length > 0;

    private static IEnumerable<int> RowsIn(string field, IReadOnlyDictionary<string, string> inputs) =>
        inputs.Where(i => i.Value.Length > 0).Select(i => RowOf(field, i.Key)).OfType<int>().Distinct().Order();

    private static int? RowOf(string field, string input) =>
        input.StartsWith($"{field}_", StringComparison.Ordinal)
        && input[(field.Length + 1)..].Split('_') is [var number, "upload" or "file" or "bytes" or "name" or "remove", ..]
            ? Row(number)
            : null;

    private static int? Row(string number) => number.Length < 4 && Fields.Count(number) is > 0 and var row ? row : null;

    private static string Words(string zh, string en) => en.Length == 0 ? Tables.Escaped(zh) : $"{Tables.Escaped(zh)}|{Tables.Escaped(en)}";

    private static async Task<byte[]> BytesOfAsync(IFormFile sent, CancellationToken ct)
    {
        var bytes = new byte[sent.Length];
        await using var from = sent.OpenReadStream();
        await from.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
