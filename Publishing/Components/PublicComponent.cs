using Microsoft.AspNetCore.Components;

namespace Transparency.Publishing.Components;

/// <summary>A part of a public page; the page hands its context down.</summary>
public abstract class PublicComponent : ComponentBase
{
    [CascadingParameter]
    public PageContext Here { get; set; } = null!;
}

/// <summary>A whole page.</summary>
public abstract class PublicPage : ComponentBase
{
    [Parameter, EditorRequired]
    public required PageContext Here { get; set; }
}
