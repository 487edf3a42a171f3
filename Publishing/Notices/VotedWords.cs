using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>What a vote binds, in words.</summary>
internal static class VotedWords
{
    public static Phrase Party(Language language, VotedParty p) => (p.From, p.Until) switch
    {
        ({ } from, { } until) => Phrase.Say(language, "voted.party-for", p.Name, from, until),
        (null, { } until) => Phrase.Say(language, "voted.party-until", p.Name, until),
        ({ } from, null) => Phrase.Say(language, "voted.party-from", p.Name, from),
        _ => Phrase.Say(language, "voted.party", p.Name),
    };

    /// <summary>All of it in one line, for a sheet.</summary>
    public static string Line(Language language, VotedTerms t)
    {
        IEnumerable<string> parts =
        [
            .. t.Amounts.Select(a => Phrase.Say(language, $"voted.{t.Flow}", a.Source, a.Amount).ToString()),
            .. t.Items.Select(i => Phrase.Say(language, "voted.item", i.Item, i.Quantity).ToString()),
            .. t.Parties.Select(p => Party(language, p).ToString()),
            .. t.ByTender ? [Catalogue.Say(language, "voted.by-tender")] : Array.Empty<string>(),
        ];
        return string.Join(Catalogue.Say(language, "mark.semicolon") + Wording.Gap(language), parts);
    }
}
