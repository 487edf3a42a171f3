using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>清理开始. <c>villages</c> names those whose agreements are looked at, parted by spaces; without it, all of the town.</summary>
public static class OpenDrive
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (title, what) = (fields.Text("title"), fields.Text("what"));
        var words = fields.Line("villages").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.FirstOrDefault(w => VillageCode.Parse(w) is null) is { } wrong) fields.Refuse("villages", wrong, "village");
        return WriteCleanUp.DriveAsync(ledger, r, fields, id => new DriveCommand.Begin(id, title, what, [.. words.Select(VillageCode.Of)], r.By, r.At), ct);
    }
}
