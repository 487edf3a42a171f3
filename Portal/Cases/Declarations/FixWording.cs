using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>A wording fix by the reviewer while the window runs; a material change is refused and wants a restart.</summary>
public static class FixWording
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteDeclaration.ChangeAsync(ledger, r, (entry, file, content, fields) =>
        {
            var note = fields.Text("note");
            return fields.Fault is { } no ? Task.FromResult<Contracts.Refusal?>(no) : entry.WithSectionAsync(content, section =>
                Task.FromResult(entry.Decide(file, new DeclarationCommand.FixWording(content, section, note, r.By, r.At))));
        }, alone: false, ct);
}
