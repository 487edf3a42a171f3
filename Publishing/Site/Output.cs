using System.Collections.Immutable;

namespace Transparency.Publishing.Site;

/// <summary>When a file is written: what others point to comes first, so that a reader never follows a link to nothing.</summary>
public enum Stage
{
    /// <summary>Styles, notice.json, PDF, superseded editions, attachments.</summary>
    Leaf,

    /// <summary>Pages of cases.</summary>
    Page,

    /// <summary>Home, lists, feeds, calendars and data files, which point to pages.</summary>
    Index,
}

/// <summary>
/// One public file: where it stands, what it is a function of, and the function.
/// </summary>
/// <param name="Path">relative, with forward slashes, without a leading one: <c>declarations/2026/0012/index.html</c></param>
/// <param name="Inputs">names of the slices of the register that the bytes depend on; a change of any of them renders the file anew</param>
public sealed record Output(string Path, Stage Stage, ImmutableArray<string> Inputs, Func<byte[]> Render)
{
    /// <summary>Null for a page, a list or whatever else may look different tomorrow.</summary>
    public Frozen? Frozen { get; init; }
}

/// <summary>
/// Says that a file's first bytes are its bytes for ever, wherever it comes to stand, and whatever a later program would make.
/// </summary>
/// <param name="Key">names the edition for ever; that of its sheet too</param>
/// <param name="Of">what the check code on the pages is of</param>
public sealed record Frozen(string Key, object Of);
