using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Transparency.Portal.Office.Frame;

/// <summary>A page as the answer to a request.</summary>
public static class ScreenPages
{
    public static RazorComponentResult<TPage> Page<TPage>(
        this Screen here, int status, params ReadOnlySpan<(string Name, object? Value)> more)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?>(more.Length + 1) { ["Here"] = here };
        foreach (var (name, value) in more) parameters.Add(name, value);
        return new(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    public static RazorComponentResult<TPage> Page<TPage>(this Screen here, params ReadOnlySpan<(string Name, object? Value)> more)
        where TPage : IComponent => here.Page<TPage>(StatusCodes.Status200OK, more);

    /// <summary>One sentence with a heading, for what is neither a screen nor a fault.</summary>
    /// <param name="code">of the heading; the sentence stands under <c>{code}.why</c></param>
    public static RazorComponentResult<SentencePage> Sentence(this Screen here, int status, string code, string? way = null) =>
        here.Page<SentencePage>(status, ("Code", code), ("Way", way));

    public static IResult Go(string path) => Results.Redirect(path);
}
