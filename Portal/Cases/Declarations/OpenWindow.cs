using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>公示开始, pinned by the hash. The first opening takes the year's next number in the same transaction, so numbers have no gaps.</summary>
public static class OpenWindow
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var seen = fields.Hash();
        var numbers = StreamKey.Numbers(Shanghai.DayOf(r.At).Year);
        return WriteDeclaration.PinnedAsync(ledger, r, fields, async (entry, file, section) =>
        {
            var taken = await entry.VersionAsync(numbers);
            var next = (int)taken + 1;
            if (entry.Decide(file, new DeclarationCommand.OpenWindow(section, seen, next, r.By, r.At)) is { } no) return no;
            if (((Declaration.Known)file.State).Case.Number is null) entry.Append(numbers, taken, new NumberTaken(next, WriteDeclaration.IdOf(r), r.At));
            return null;
        }, ct);
    }
}
