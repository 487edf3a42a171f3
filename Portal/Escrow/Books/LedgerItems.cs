using System.Collections.Frozen;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Acts;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Escrow;

/// <summary>The everyday heads by the names that people use for them: their Chinese name in the texts, or <c>rent-saltpan</c>.</summary>
public static class LedgerItems
{
    public static readonly FrozenDictionary<string, LedgerItem> Words = Enum.GetValues<LedgerItem>()
        .SelectMany(item => new[] { (Catalogue.Say(Language.Zh, $"item.{item}"), item), (Name(item), item) })
        .ToFrozenDictionary(x => x.Item1, x => x.item, StringComparer.Ordinal);

    public static LedgerItem? Of(string text) => Words.TryGetValue(text, out var item) ? item : Fields.Choice<LedgerItem>(text);

    private static string Name(LedgerItem item) => string.Concat(item.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : $"{c}"));
}
