using System.Security.Cryptography;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Site;

namespace Transparency.Bench;

/// <summary>
/// Puts one small file on the shelf in place of every sheet of a sampled town: a town that has lived for years has its sheets,
/// and typesetting tens of thousands is not what the bench of single approvals is about.
/// </summary>
internal static class PlaceholderSheets
{
    public static async Task FillAsync(OpenStore open, CancellationToken ct)
    {
        var register = await new ReadRegister(open.Store, PortalStreams.All, open.ConnectionString).ReadAsync(hinted: null, ct);
        var site = new SiteModel(register!, Shanghai.DayOf(open.Clock.GetUtcNow()), new(open.Settings.PublicAddress, open.Settings.Languages));
        byte[] placeholder = [.. "%PDF-1.7\n%placeholder\n"u8];
        var hash = Convert.ToHexStringLower(SHA256.HashData(placeholder));
        var folder = Directory.CreateDirectory(Path.Combine(open.Settings.DataFolder, "sheets")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{hash}.pdf"), placeholder, ct);
        TypesetSheet[] sheets = [.. Sheet.All(site).Select(sheet => new TypesetSheet(sheet.Key, hash, "placeholder"))];
        await open.Store.BulkInsertAsync(sheets, batchSize: 5_000, cancellation: ct);
    }
}
