using Microsoft.AspNetCore.Components;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Pages;

/// <summary>A part of the page that is more than facts and tables.</summary>
/// <param name="Id">of its heading, to which addresses lead</param>
/// <param name="Code">of its heading</param>
/// <param name="Part">a <see cref="CasePart"/></param>
/// <param name="With">its own parameters</param>
public sealed record Section(string Id, string Code, Type Part, IReadOnlyDictionary<string, object?> With)
{
    /// <summary>Nothing of it is more than the public sees.</summary>
    public bool InPublic { get; init; }

    public static Section Of<TPart>(string id, string code, params ReadOnlySpan<(string Name, object? Value)> with)
        where TPart : CasePart
    {
        var parameters = new Dictionary<string, object?>(with.Length);
        foreach (var (name, value) in with) parameters.Add(name, value);
        return new(id, code, typeof(TPart), parameters);
    }
}

/// <summary>What stands under the heading of a <see cref="Section"/>.</summary>
public abstract class CasePart : ScreenComponent
{
    [Parameter, EditorRequired]
    public required CaseView File { get; set; }

    /// <summary>The form of an act that is about one thing in this part.</summary>
    [Parameter, EditorRequired]
    public required Func<OfferedAct, RenderFragment> Form { get; set; }
}
