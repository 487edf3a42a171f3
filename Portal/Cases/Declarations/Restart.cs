using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>内容有变，重新审核, by the declarant. It ends the window, so it collects the objections like closing does.</summary>
public static class Restart
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteDeclaration.ChangeAsync(ledger, r, (entry, file, content, fields) =>
        {
            var reason = fields.Text("reason");
            return fields.Fault is { } no ? Task.FromResult<Contracts.Refusal?>(no) : entry.WithSectionAsync(content, async section =>
            {
                var arrived = await Arrived.InRoundAsync(entry, (Declaration.Known)file.State);
                var basis = await SectionNow.BasisAsync(entry.Documents, content, entry.Cancelled);
                return entry.Decide(file, new DeclarationCommand.Restart(content, section, basis, reason, arrived, r.By, r.At));
            });
        }, alone: true, ct);
}
