namespace Transparency.Contracts;

/// <summary>What holds for the files of any case, whatever its kind; whether the store has a file is not known here.</summary>
public static class AttachmentList
{
    public const int MostPerCase = 12;

    /// <summary>Of one file, in bytes as published.</summary>
    public const long LargestBytes = 10_000_000;

    /// <summary>Extensions of the types that may be attached: what every telephone opens and what can carry no program.</summary>
    public static readonly IReadOnlyList<string> Extensions = ["pdf", "jpg", "png"];

    /// <summary>
    /// Refuses (<c>attachment.too-many</c>, <c>attachment.unknown</c>, <c>attachment.twice</c>, <c>attachment.name-missing</c>,
    /// <c>text.unclean</c>) by the first file that cannot stand in a list; null for a list that can.
    /// </summary>
    public static Refusal? FaultIn(IReadOnlyList<Attachment>? files)
    {
        if (files is null) return null;
        if (files.Count > MostPerCase) return Refusal.Mend(null, "attachment.too-many", MostPerCase);
        foreach (var (i, file) in files.Index())
        {
            if (!Extensions.Contains(file.Extension) || file.Bytes is < 1 or > LargestBytes)
                return Refusal.Mend(null, "attachment.unknown", file.File);
            if (files.Take(i).Any(f => f.Sha256 == file.Sha256)) return Refusal.Mend(null, "attachment.twice", file.Name.Zh);
            if (file.Name.IsEmpty) return Refusal.Mend(null, "attachment.name-missing", i + 1);
            if (!file.Name.IsClean) return Refusal.Mend(null, "text.unclean");
        }
        return null;
    }
}
