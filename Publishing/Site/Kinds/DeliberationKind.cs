using Transparency.Contracts.Deliberations;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>What came of a village decision, on the pages of its declarations.</summary>
internal sealed class DeliberationKind() : PublicKind<DeliberationOnRegister>(
    "deliberation", 1, typeof(DeliberationEvent), DeliberationOnRegister.Evolve)
{
    internal override IPublicRow Anew(IPublicRow row) => (DeliberationOnRegister)row with { };

    protected override IEnumerable<AttachedFile> Files(DeliberationOnRegister r) =>
        r.Evidence.Select(file => new AttachedFile(file, [Slices.Deliberation(r.Deliberation)]));
}
