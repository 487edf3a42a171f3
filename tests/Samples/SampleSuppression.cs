using Transparency.Contracts;
using Transparency.Contracts.Suppressions;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Samples;

/// <summary>What was taken down: an edition whose record is lost since, so that no other sample changes, and a file.</summary>
public static class SampleSuppression
{
    private static readonly DateTimeOffset At = Shanghai.At(new(2025, 11, 20), new(16, 30));

    public static readonly SuppressionOnRegister Row = new(
        "suppression/s1", new(2025, 1), SuppressionGround.PersonalData, new("正文里误写了一位村民的身份证号码", "The text held a villager's identity number by mistake"),
        [new("declarations/2025/0090/e1", "央政公示〔2025〕90号", 1, HashOf("section"), HashOf("notice"), HashOf("sheet"))],
        [new(HashOf("photo of an identity card"), "jpg")],
        new(new(2025, 11, 20), new("镇党政办", "Town Party and Government Office")), new("镇政府", "Town Government"), At);

    /// <summary>All editions of a row that show what its newest shows, and these files.</summary>
    public static SuppressionOnRegister Of(IPublicRow row, params IReadOnlyList<SuppressedFile> files)
    {
        var all = PublicEdition.In(row).ToList();
        return Of(all[^1].Content, all, files);
    }

    public static SuppressionOnRegister Of(ContentHash content, IEnumerable<PublicEdition> among, params IReadOnlyList<SuppressedFile> files) => Row with
    {
        Id = "suppression/s2", Number = new(2026, 1), Files = files,
        Editions = [.. among.Where(e => e.Shows(content)).Select(e => new SuppressedEdition(e.Key, e.Number, e.Ordinal, content, ContentHash.Over(e.Notice()), HashOf(e.Key)))],
    };

    private static ContentHash HashOf(string words) => ContentHash.Over(System.Text.Encoding.UTF8.GetBytes(words));
}
