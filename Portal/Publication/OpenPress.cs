using Transparency.Portal.Hosting;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Site;
using Transparency.Publishing.Typesetting;

namespace Transparency.Portal.Publication;

/// <summary>The publisher with all that it needs, over an open store; ends its typesetter when it is closed.</summary>
public sealed record OpenPress(PublishSite Publisher, PublicationState State, SiteSettings Site, Typesetter Typesetter) : IAsyncDisposable
{
    public static OpenPress Over(OpenStore store, ILoggerFactory logs)
    {
        var (settings, state) = (store.Settings, new PublicationState());
        var site = new SiteSettings(settings.PublicAddress, settings.Languages);
        var typesetter = new Typesetter(new TypesetterOptions());
        var shelf = new SheetShelf(store.Store, new NoticePdf(typesetter), Path.Combine(settings.DataFolder, "sheets"), logs.CreateLogger<SheetShelf>());
        var publisher = new PublishSite(
            new ReadRegister(store.Store, store.ConnectionString), shelf, state, new(store.ConnectionString, settings.SiteFolder), site, store.Clock, logs.CreateLogger<PublishSite>());
        return new(publisher, state, site, typesetter);
    }

    public async ValueTask DisposeAsync()
    {
        Publisher.Dispose();
        await Typesetter.DisposeAsync();
    }
}
