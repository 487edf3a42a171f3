using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Files;
using Transparency.Portal.Problems;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Demo;

/// <summary>
/// Attachments in a scenario: a field names files of the demo's folder, which are taken in as an officer's upload would be
/// before the act hears of them.
/// <code>attachments=files/minutes.pdf = 会议记录|Minutes; files/board.jpg = 公开栏照片|The notice board</code>
/// </summary>
public static class ScenarioFiles
{
    private const string Folder = "files/";

    /// <summary>
    /// The field as acts read it (<see cref="AttachmentRows"/>); any other field as it stands.
    /// Refuses (<see cref="CannotRun"/>) a file that is not there or not taken.
    /// </summary>
    public static async Task<string> TakenInAsync(FileShelf shelf, string field, Officer by, DateTimeOffset at, CancellationToken ct)
    {
        if (!field.StartsWith(Folder, StringComparison.Ordinal)) return field;
        var files = new List<Attachment>();
        foreach (var columns in Tables.Rows(field))
        {
            if (columns is not [var path, var words] || Tables.Words(words) is not { } name)
                throw new CannotRun(Refusal.Mend(null, "demo.no-such-file", "attachments", field));
            var file = await OneAsync(shelf, path.Trim(), by, at, ct);
            files.Add(new(new(file.Id), file.Extension, file.Bytes, name));
        }
        return AttachmentRows.Write(files);
    }

    private static async Task<StoredFile> OneAsync(FileShelf shelf, string path, Officer by, DateTimeOffset at, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        var there = Path.Combine(Scenario.Folder, Folder, name);
        if (path != Folder + name || !File.Exists(there)) throw new CannotRun(Refusal.Mend(null, "demo.no-such-file", "attachments", path));
        return await shelf.TakeInAsync(name, await File.ReadAllBytesAsync(there, ct), by, at, ct) switch
        {
            Result<StoredFile>.Of(var file) => file,
            Result<StoredFile>.Refused no => throw new CannotRun(no.Why),
            _ => throw new InvalidOperationException("a file is taken or refused"),
        };
    }
}
