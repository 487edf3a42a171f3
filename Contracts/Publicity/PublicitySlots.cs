namespace Transparency.Contracts.Publicity;

/// <summary>
/// When a window's page is looked at: once in every three hours of local time, day and night, from its opening to its end.
/// </summary>
public static class PublicitySlots
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(3);

    /// <summary>The start of the three hours that a moment lies in, UTC.</summary>
    public static DateTimeOffset Of(DateTimeOffset at)
    {
        var local = Shanghai.Local(at);
        return Shanghai.At(DateOnly.FromDateTime(local.DateTime), new(local.Hour / Length.Hours * Length.Hours, 0));
    }

    /// <summary>Every slot that a window touches, oldest first.</summary>
    /// <param name="ends">the first instant after it</param>
    public static IEnumerable<DateTimeOffset> Between(DateTimeOffset opened, DateTimeOffset ends)
    {
        for (var slot = Of(opened); slot < ends; slot += Length) yield return slot;
    }
}
