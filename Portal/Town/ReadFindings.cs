using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;

namespace Transparency.Portal.Town;

/// <summary><c>findings.csv</c>: what an inspection of the villages' money may find, one row each.</summary>
public static class ReadFindings
{
    private const string File = "findings.csv";

    public static IReadOnlyList<FindingCode> From(string folder, List<Refusal> faults)
    {
        var table = new CsvTable(Path.Exists(Path.Combine(folder, File)) ? folder : ReadTownFolder.Default, File, faults);
        return [.. table.Unique(table.Read("code", "zh", "en", "law_zh", "law_en"), "code").Select(FindingOf)];
    }

    private static FindingCode FindingOf(CsvTable.Row r)
    {
        // A slug, as drives and works are named by one.
        if (DriveId.Parse(r.Line("code")) is null) r.Refuse("code", "slug");
        return new(r.Line("code"), r.Text("zh", "en"), r.Text("law_zh", "law_en"));
    }
}
