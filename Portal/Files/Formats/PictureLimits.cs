namespace Transparency.Portal.Files.Formats;

internal static class PictureLimits
{
    /// <summary>Most points of a picture: more would tie up an old telephone, or be a trap for what unpacks it.</summary>
    public const long MostPoints = 100_000_000;
}
