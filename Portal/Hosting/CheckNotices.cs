using Transparency.Contracts;
using Transparency.Portal.Press;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Hosting;

/// <summary>Holds the data of editions as they were published against what their events say.</summary>
public static class CheckNotices
{
    /// <returns><c>notice.differs</c> with the path of each edition of which the two say something else</returns>
    public static async Task<IReadOnlyList<Refusal>> RunAsync(OpenStore store, CancellationToken ct = default)
    {
        var register = new ReadRegister(store.Store, PortalStreams.All, store.ConnectionString);
        var suppressed = new PublishedTree(store.Settings.SiteFolder).Remembered()?.Suppressed;
        if (await register.ReadAsync(hinted: null, ct, suppressed) is not { } now) return [];
        var site = new SiteSettings(store.Settings.PublicAddress, store.Settings.Languages);
        var model = new SiteModel(now, Shanghai.DayOf(store.Clock.GetUtcNow()), site);
        var shelf = new NoticeShelf(store.Store, store.ConnectionString, store.Logs.CreateLogger<NoticeShelf>());
        return await shelf.CheckAsync(new Attempts().Of(WholeSite.Parts(model)), ct);
    }
}
