namespace Transparency.Contracts;

/// <summary>
/// On whom an officer may not act: himself, his declared relatives, and the firms in which he or they have a part. Found anew for each act;
/// no event holds it.
/// </summary>
/// <param name="Persons">ids of all papers of these human beings, his own sign-ins apart</param>
/// <param name="Firms">in the form of <see cref="FirmKey"/></param>
/// <param name="Hashes">of their identity numbers</param>
/// <param name="Names">their own names, for papers without an identity number</param>
public sealed record Interests(
    IReadOnlySet<PersonId> Persons, IReadOnlySet<string> Firms, IReadOnlySet<string> Hashes, IReadOnlySet<string> Names)
{
    private static readonly HashSet<string> Nothing = [];

    public static readonly Interests None = new(new HashSet<PersonId>(), Nothing, Nothing, Nothing);

    /// <summary>Nothing that stands on any paper yet.</summary>
    public bool IsNone => Persons.Count == 0 && Firms.Count == 0;

    /// <summary>A name without what two offices write differently: blanks, full width and half width.</summary>
    public static string FirmKey(string name) =>
        new([.. name.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c)]);

    public bool Touch(Party party) =>
        (party.Person is { } person && Persons.Contains(person))
        || (party.Kind is PartyKind.Organisation or PartyKind.SoleTrader && Firms.Contains(FirmKey(party.Name.Zh)));

    /// <summary>Whether a paper is of one of them: by the identity number, and by the name where it has none.</summary>
    public bool Touch(string name, string? idHash) => idHash is null ? Names.Contains(name) : Hashes.Contains(idHash);
}

/// <summary>Who acts, and with whom the case is: what declared interests are compared with.</summary>
public sealed record Concern(Officer By, IEnumerable<Party> With)
{
    /// <summary>Null unless one of them is the officer himself, a declared relative, or a firm in which they have a part.</summary>
    public Refusal? Fault => With.FirstOrDefault(By.Interests.Touch) is { } party ? Found(party.Name) : null;

    public static Refusal Found(PublicName name) => Refusal.NotYours("officer.own-interest", new Text(name.Zh, name.En));
}
