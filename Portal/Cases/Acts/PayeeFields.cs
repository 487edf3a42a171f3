using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Acts;

/// <summary>What every payment is asked, whoever pays: to whom, and under which declaration.</summary>
internal static class PayeeFields
{
    /// <summary>Null for no kind; a household has no name, an organisation and a trade name are public.</summary>
    /// <param name="personId">of the document that keeps a natural person's full name</param>
    public static (Party? Payee, Person? Person) Of(PartyKind? kind, string name, string? nameEn, string personId)
    {
        if (kind is not { } known) return (null, null);
        var isNatural = known is PartyKind.Person or PartyKind.Household && name.Length > 0;
        var person = isNatural ? new Person(personId, name) : null;
        var shown = PublicName.Of(known, name, string.IsNullOrEmpty(nameEn) ? null : nameEn);
        return (new(known, shown, person is null ? null : new PersonId(person.Id)), person);
    }

    /// <summary>Null for an empty field, and for one that is refused.</summary>
    public static DeclarationNumber? Declaration(Fields f, RuleBook rules)
    {
        if (f.Line("declaration") is not { Length: > 0 } key) return null;
        if (Declaration(key, rules) is { } known) return known;
        f.Refuse("declaration", key, "declaration-key");
        return null;
    }

    /// <summary>The public number behind <c>2026-12</c>, as its address names it; null for anything else.</summary>
    public static DeclarationNumber? Declaration(string key, RuleBook rules) =>
        key.Split('-') is [{ Length: 4 } year, { Length: > 0 and <= 6 } ordinal]
            && Fields.Count(year) is { } y && Fields.Count(ordinal) is { } n and > 0
            ? new(rules.Town.NumberPrefix, y, n) : null;
}
