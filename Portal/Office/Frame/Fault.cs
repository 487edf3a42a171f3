using Transparency.Contracts;

namespace Transparency.Portal.Office.Frame;

/// <summary>Why a post was not done, as its page says it.</summary>
/// <param name="Field">the form's field to mend, or null</param>
/// <param name="Way">where to look, for example at what has changed; or null</param>
public sealed record Fault(Refusal Why, string? Field = null, string? Way = null);
