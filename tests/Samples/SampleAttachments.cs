using Transparency.Contracts;

namespace Transparency.Samples;

/// <summary>Files as cases name them; no bytes belong to these.</summary>
public static class SampleAttachments
{
    public static Attachment Minutes { get; } = Of("minutes", "pdf", 212_400, new("村民代表会议记录", "Minutes of the village representatives' meeting"));

    /// <summary>Named in Chinese only.</summary>
    public static Attachment Photo { get; } = Of("photo", "jpg", 1_340_000, new("现场照片：雨后的土路"));

    public static Attachment Of(string content, string extension = "pdf", long bytes = 1, Text? name = null) =>
        new(ContentHash.Over(System.Text.Encoding.UTF8.GetBytes(content)), extension, bytes, name ?? new(content));
}
