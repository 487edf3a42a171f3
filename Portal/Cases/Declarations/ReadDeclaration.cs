using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Declarations;

using LoadedDeclaration = Loaded<Declaration, DeclarationCommand, DeclarationEvent>;

/// <summary>A declaration as the office sees it.</summary>
/// <param name="Version">to be sent back as <c>SeenVersion</c></param>
/// <param name="Content">what stands now</param>
/// <param name="Section">what the public would see of it today, or why that cannot be said</param>
/// <param name="HashToPin">
/// what a pinned act (pass review, open, approve) must carry to mean what stands now; null when there is none
/// </param>
public sealed record DeclarationFile(
    DeclarationId Id, long Version, Declaration.Known State, DeclarationContent Content, Result<DeclarationSection> Section,
    ContentHash? HashToPin);

public static class ReadDeclaration
{
    internal static Task<LoadedDeclaration> LoadAsync(this Entry entry, DeclarationId id) =>
        entry.LoadAsync(StreamKey.Of(id), DeclarationDecider.Law);

    /// <summary>Null when there is no such declaration.</summary>
    public static async Task<DeclarationFile?> ByIdAsync(
        IQuerySession session, RuleBook rules, DeclarationId id, CancellationToken ct = default)
    {
        var file = await Entry.LoadAsync(session, StreamKey.Of(id), DeclarationDecider.Law, ct);
        if (file.State is not Declaration.Known known) return null;
        var content = SectionNow.ContentOf(known);
        var section = await SectionNow.OfAsync(session, SectionNow.RulesOf(rules, known), content, ct);
        // Approval pins what stood in public, everything before it what would be published now.
        var pinned = known is Declaration.WindowClosed closed ? closed.Section
            : section is Result<DeclarationSection>.Of(var now) ? now : null;
        return new(id, file.Version, known, content, section, pinned?.Hash);
    }

    /// <summary>What a pinned act on this declaration must carry now.</summary>
    public static async Task<ContentHash?> HashToPinAsync(IQuerySession session, RuleBook rules, string subject, CancellationToken ct) =>
        (await ByIdAsync(session, rules, new(subject), ct))?.HashToPin;

    /// <summary>The wording that waits for another person.</summary>
    internal static async Task<ContentHash?> WordingToPinAsync(
        IQuerySession session, RuleBook rules, string subject, CancellationToken ct) =>
        (await ByIdAsync(session, rules, new(subject), ct))?.State is Declaration.InPublicity { Proposed: { } proposed }
            ? proposed.Section.Hash : null;

    /// <summary>By the public number, as the addresses under <c>/declarations/{yyyy}/{nnnn}/</c> name it.</summary>
    public static async Task<DeclarationOnRegister?> ByNumberAsync(
        IQuerySession session, int year, int ordinal, CancellationToken ct = default) =>
        await session.Query<DeclarationOnRegister>().FirstOrDefaultAsync(d => d.Number.Year == year && d.Number.Ordinal == ordinal, ct);
}
