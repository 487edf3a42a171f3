using Microsoft.AspNetCore.Components;

namespace Transparency.Portal.Office.Frame;

/// <summary>A whole page, or a part of one that is handed its page's <see cref="Screen"/>.</summary>
public abstract class ScreenComponent : ComponentBase
{
    [Parameter, EditorRequired]
    public required Screen Here { get; set; }
}
