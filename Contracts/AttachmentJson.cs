using System.Text.Json;

namespace Transparency.Contracts;

/// <summary>An attachment in a section's canonical form.</summary>
internal static class AttachmentJson
{
    /// <summary>Its members, inside an object that is begun already.</summary>
    public static void Write(Utf8JsonWriter w, Attachment file)
    {
        w.WriteString("sha256", file.Sha256.Value);
        w.WriteString("extension", file.Extension);
        w.WriteNumber("bytes", file.Bytes);
        CanonicalJson.Write(w, "name", file.Name);
    }
}
