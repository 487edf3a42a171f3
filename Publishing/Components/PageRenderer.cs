using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Transparency.Publishing.Components;

/// <summary>
/// A component and its parameters → the bytes of a page. Pages are called through the typed functions of <c>SitePages</c> only.
/// </summary>
internal static class PageRenderer
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddLogging().AddSingleton<HtmlEncoder>(new PublicHtmlEncoder()).BuildServiceProvider();

    public static byte[] Render<TPage>(PageContext here, params ReadOnlySpan<(string Name, object? Value)> more)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?>(more.Length + 1) { ["Here"] = here };
        foreach (var (name, value) in more) parameters.Add(name, value);
        return Render<TPage>(ParameterView.FromDictionary(parameters));
    }

    // A renderer keeps every root component that it has ever rendered: one renderer for each page, or memory grows without end.
    private static byte[] Render<TPage>(ParameterView parameters)
        where TPage : IComponent
    {
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(parameters);
            using var writer = new Utf8Writer();
            root.WriteHtmlTo(writer);
            writer.Write('\n');
            return writer.ToArray();
        }).GetAwaiter().GetResult();
    }
}
