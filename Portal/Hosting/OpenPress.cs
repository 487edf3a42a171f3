using Transparency.Portal.Press;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Site;
using Transparency.Publishing.Typesetting;

namespace Transparency.Portal.Hosting;

/// <summary>The publisher with all that it needs, over an open store; ends its typesetters when it is closed.</summary>
public sealed record OpenPress(
        PublishSite Publisher, PublicationState State, SiteSettings Site, TypesetterPool Typesetters)
    : IAsyncDisposable
{
    /// <param name="through">see <see cref="PublicationPlace"/></param>
    public static OpenPress Over(OpenStore store, Func<Part, Part>? through = null)
    {
        var (settings, logs, state) = (store.Settings, store.Logs, new PublicationState());
        var site = new SiteSettings(settings.PublicAddress, settings.Languages);
        var typesetters = new TypesetterPool(new TypesetterOptions());
        var shelf = new SheetShelf(
            store.Store, new NoticePdf(typesetters),
            Path.Combine(settings.DataFolder, "sheets"), logs.CreateLogger<SheetShelf>());
        var publisher = new PublishSite(
            new ReadRegister(store.Store, PortalStreams.All, store.ConnectionString),
            shelf, new NoticeShelf(store.Store, store.ConnectionString, logs.CreateLogger<NoticeShelf>()),
            new AttachmentShelf(store.Files, logs.CreateLogger<AttachmentShelf>()), state,
            new(store.ConnectionString, settings.SiteFolder, through), site,
            store.Clock, logs.CreateLogger<PublishSite>());
        return new(publisher, state, site, typesetters);
    }

    public async ValueTask DisposeAsync()
    {
        Publisher.Dispose();
        await Typesetters.DisposeAsync();
    }
}
