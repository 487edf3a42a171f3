using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>
/// The acts on an agreement as the office keeps it: private until a declaration that carries it is approved. Both are filled in on
/// <c>AgreementPage</c>, so they have no form here; <see cref="AgreementFields"/> names the fields. Subject: the agreement's number.
/// </summary>
internal static class AgreementActs
{
    /// <summary>Enters an agreement; the public sees it with the approval of a declaration that carries it.</summary>
    internal static readonly Act RegisterAgreement = new("register-agreement", RegisterAsync) { Leaves = Stream };

    /// <summary>Changes the working copy; fields that are not given keep what stands. Public only with a further declaration.</summary>
    internal static readonly Act ChangeAgreement = new("change-agreement", ChangeAsync) { Leaves = Stream };

    public static readonly IReadOnlyList<Act> All = [RegisterAgreement, ChangeAgreement];

    private static async Task<Refusal?> RegisterAsync(Doing a)
    {
        if (AgreementId.Parse(a.Subject) is not { } id) return Refusal.Mend(null, "agreement.id", a.Subject);
        var (content, person) = AgreementFields.Read(a.Fields, id, null);
        if ((a.Fields.Fault ?? await PublicNumber.TakenAsync(a.Entry, id)) is { } no) return no;
        var file = await a.Entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law);
        if (a.Stale(file.Version) is { } stale) return stale;
        if (person is not null) a.Entry.Documents.Store(person);
        return a.Entry.Decide(file, new AgreementCommand.Register(id, content, a.By, a.At));
    }

    private static async Task<Refusal?> ChangeAsync(Doing a)
    {
        var id = new AgreementId(a.Subject);
        var file = await a.Entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law);
        if (file.State is not Agreement.Registered known) return Refusal.NotNow("agreement.unknown");
        if (a.Stale(file.Version) is { } stale) return stale;
        var (content, person) = AgreementFields.Read(a.Fields, id, known.Content);
        if (a.Fields.Fault is { } no) return no;
        if (person is not null) a.Entry.Documents.Store(person);
        return a.Entry.Decide(file, new AgreementCommand.Change(content, a.By, a.At));
    }

    private static string Stream(string subject, IReadOnlyDictionary<string, string> fields) => StreamKey.Of(new AgreementId(subject));
}
