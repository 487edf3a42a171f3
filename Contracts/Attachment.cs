namespace Transparency.Contracts;

/// <summary>
/// A file that belongs to a case, known by its bytes: it stands at <c>/files/{sha256}.{ext}</c>
/// and cannot change without its name changing.
/// </summary>
/// <param name="Sha256">over the bytes as they are published, after an image's metadata has been taken out</param>
/// <param name="Extension">of the type that its first bytes tell, without the dot: <c>pdf</c>, <c>jpg</c>, <c>png</c></param>
/// <param name="Bytes">length as published, 1 or more</param>
/// <param name="Name">what the public reads: 村民代表会议记录</param>
public sealed record Attachment(ContentHash Sha256, string Extension, long Bytes, Text Name)
{
    public string File => $"{Sha256}.{Extension}";
}
