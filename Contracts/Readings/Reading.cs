namespace Transparency.Contracts.Readings;

/// <summary>What of the office is looked at on record.</summary>
public enum ReadingKind
{
    /// <summary>Objections in their authors' own words, with who sent them.</summary>
    Objections,

    /// <summary>A proposal in its author's own words, with who sent it.</summary>
    Proposal,

    /// <summary>Books that were taken out as a file, full names with them.</summary>
    Export,

    /// <summary>An attachment that does not stand in public.</summary>
    File,
}

/// <summary>One thing that was looked at; never what stood in it.</summary>
/// <param name="Of">the case, as its address in the office names it, or the file's name</param>
public sealed record Reading(ReadingKind Kind, string Of);
