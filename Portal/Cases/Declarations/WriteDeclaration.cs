using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

using LoadedDeclaration = Loaded<Declaration, DeclarationCommand, DeclarationEvent>;

/// <summary>What acts on a declaration have in common: load, compare what was seen, decide.</summary>
internal static class WriteDeclaration
{
    public static DeclarationId IdOf(ActRequest r) => new(r.Subject);

    public static Task<LoadedDeclaration> LoadAsync(this Entry entry, DeclarationId id) => entry.LoadAsync(StreamKey.Of(id), DeclarationDecider.Law);

    /// <summary>An act whose command needs nothing but the request.</summary>
    public static Task<Outcome> ActAsync(Ledger ledger, ActRequest r, Fields fields, DeclarationCommand command, CancellationToken ct) =>
        fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(IdOf(r));
            return r.Stale(file.Version) ?? entry.Decide(file, command);
        }, ct);

    /// <summary>An act that pins what stands now: a moved version alone does not refuse it.</summary>
    public static Task<Outcome> PinnedAsync(
        Ledger ledger, ActRequest r, Fields fields, Func<Entry, LoadedDeclaration, DeclarationSection, Task<Refusal?>> act, CancellationToken ct) =>
        fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(IdOf(r));
            if (file.State is not Declaration.Known known) return Refusal.NotNow("declaration.unknown");
            return await entry.WithSectionAsync(SectionNow.ContentOf(known), section => act(entry, file, section));
        }, ct);

    /// <summary>An act that changes the content: fields that are not given keep what stands.</summary>
    public static Task<Outcome> ChangeAsync(
        Ledger ledger, ActRequest r, Func<Entry, LoadedDeclaration, DeclarationContent, Fields, Task<Refusal?>> act, bool alone, CancellationToken ct) =>
        ledger.WriteAsync(r.Writer, async entry =>
        {
            if (alone) await entry.LockAsync(StreamKey.Of(IdOf(r)), shared: false);
            var file = await entry.LoadAsync(IdOf(r));
            if (file.State is not Declaration.Known known) return Refusal.NotNow("declaration.unknown");
            if (r.Stale(file.Version) is { } stale) return stale;
            var fields = new Fields(r.Fields);
            return await act(entry, file, ContentFields.Read(fields, SectionNow.ContentOf(known)), fields);
        }, ct);

    public static async Task<Refusal?> WithSectionAsync(this Entry entry, DeclarationContent content, Func<DeclarationSection, Task<Refusal?>> then) =>
        await SectionNow.OfAsync(entry.Documents, entry.Rules, content, entry.Cancelled) switch
        {
            Result<DeclarationSection>.Refused no => no.Why,
            Result<DeclarationSection>.Of(var section) => await then(section),
            _ => throw new InvalidOperationException("a section is one or refused"),
        };
}
