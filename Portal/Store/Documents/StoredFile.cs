using Transparency.Contracts;

namespace Transparency.Portal.Store.Documents;

/// <summary>A file that lies on the shelf, with who brought it; private. The same bytes are one file, whoever brings them again.</summary>
/// <param name="Id">SHA-256 of its bytes, 64 lower-case hexadecimal digits</param>
/// <param name="Extension">without the dot</param>
/// <param name="Bytes">its length</param>
/// <param name="By">value of an <see cref="OfficerId"/>: who brought it first</param>
/// <param name="Also">others who brought the same bytes; null in documents of earlier versions, which knew the first alone</param>
public sealed record StoredFile(
    string Id, string Extension, long Bytes, string By, DateTimeOffset At, IReadOnlyList<string>? Also = null)
{
    public bool WasBroughtBy(OfficerId officer) => By == officer.Value || Also?.Contains(officer.Value) == true;

    public StoredFile BroughtBy(OfficerId officer) => WasBroughtBy(officer) ? this : this with { Also = [.. Also ?? [], officer.Value] };

    public string Name => $"{Id}.{Extension}";
}
