using System.Globalization;

namespace Transparency.Contracts.Suppressions;

/// <summary>Key of the stream <c>suppression/{id}</c>; internal, never shown as a number.</summary>
public readonly record struct SuppressionId(string Value) : IId<SuppressionId>
{
    public static SuppressionId Of(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary><c>2026/3</c>: taken at the confirmation, gapless in its year, kept for ever; part of an address.</summary>
/// <param name="Ordinal">1 or more</param>
public readonly record struct SuppressionNumber(int Year, int Ordinal)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}/{Ordinal}");
}

/// <summary>The law by which something must leave the public view.</summary>
public enum SuppressionGround
{
    /// <summary>Personal data that should never have been published (Personal Information Protection Law, art. 25, 47).</summary>
    PersonalData,

    /// <summary>A third party's trade secret or privacy (Regulations on Open Government Information, art. 15).</summary>
    ThirdParty,

    /// <summary>A state secret, or what a law forbids to publish (Regulations on Open Government Information, art. 14).</summary>
    Secret,
}

/// <summary>An edition that leaves the public view. What is written here of it stays for ever.</summary>
/// <param name="Key">names the edition: <c>declarations/2026/0012/e1</c></param>
/// <param name="Number">of its case, as people know it</param>
/// <param name="Content">hash of its section; whatever else has or holds this section leaves too</param>
/// <param name="Notice">SHA-256 of its notice.json as it stood</param>
/// <param name="Sheet">SHA-256 of its PDF; null where there is none</param>
public sealed record SuppressedEdition(
    string Key, string Number, int Ordinal, ContentHash Content, ContentHash Notice, ContentHash? Sheet)
{
    /// <summary>The folder of its case.</summary>
    public string Case => Key[..(Key.LastIndexOf('/') + 1)];
}

/// <summary>An attachment that leaves the public view.</summary>
/// <param name="Extension">without the dot</param>
public sealed record SuppressedFile(ContentHash Sha256, string Extension)
{
    public string Name => $"{Sha256}.{Extension}";
}

/// <summary>One state of a suppression's life; each holds only what is true there.</summary>
public abstract record Suppression
{
    public sealed record None : Suppression;

    public abstract record Known(SuppressionWords Words) : Suppression;

    public sealed record Proposed(SuppressionWords Words, Signature By) : Known(Words);

    /// <summary>It stays in public.</summary>
    public sealed record Declined(SuppressionWords Words, Text Reason) : Known(Words);

    public sealed record Confirmed(SuppressionWords Words, SuppressionNumber Number) : Known(Words);
}

/// <summary>What the first person writes.</summary>
/// <param name="Address">in public, from the tree's root: <c>declarations/2026/0012/e/1/</c>, <c>files/{sha256}.pdf</c></param>
/// <param name="Reason">public; it does not repeat what leaked</param>
public sealed record SuppressionWords(string Address, SuppressionGround Ground, Text Reason);

/// <summary>What an officer may ask of a suppression. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record SuppressionCommand(Officer By, DateTimeOffset At)
{
    /// <param name="Stands">whether anything stands at the address now</param>
    public sealed record Propose(SuppressionWords Words, bool Stands, Officer By, DateTimeOffset At) : SuppressionCommand(By, At);

    public sealed record Decline(Text Reason, Officer By, DateTimeOffset At) : SuppressionCommand(By, At);

    /// <param name="Number">the next of its year</param>
    /// <param name="Editions">all that stands in public with the section that stands at the address; none for an attachment</param>
    public sealed record Confirm(
        SuppressionNumber Number, IReadOnlyList<SuppressedEdition> Editions, IReadOnlyList<SuppressedFile> Files,
        Officer By, DateTimeOffset At) : SuppressionCommand(By, At);
}
