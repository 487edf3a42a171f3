using Transparency.Contracts;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// The names under which outputs state what they are a function of. A changed row touches the slices of its old and its new form;
/// the outputs that name one of them are rendered again, and no others.
/// </summary>
public static class Slices
{
    /// <summary>Names, contacts and villages: every page has them.</summary>
    public const string Town = "town";

    /// <summary>The day from which days left are counted.</summary>
    public const string AsOf = "as-of";

    public const string AllDeclarations = "declarations";
    public const string AllAgreements = "agreements";

    /// <summary>All that is public of one declaration, with the number of its objections.</summary>
    public static string Declaration(string id) => id;

    public static string Agreement(AgreementId id) => $"agreement/{id}";

    public static string DeclarationYear(int year) => $"declarations/{year}";

    public static string AgreementYear(int year) => $"agreements/{year}";

    /// <summary>Everything of one village; null is the town as a discloser.</summary>
    public static string Village(VillageCode? village) => village is { } v ? $"village/{v}" : "village/town";

    public static IEnumerable<string> Of(DeclarationOnRegister d) =>
        [Declaration(d.Id), AllDeclarations, DeclarationYear(d.Number.Year), Village(d.Section.Village), .. d.Editions.SelectMany(e => e.Section.Subjects).Select(s => Agreement(s.Id))];

    public static IEnumerable<string> Of(AgreementOnRegister a) =>
        [Agreement(a.Agreement), AllAgreements, AgreementYear(a.Agreement.Year), Village(a.Section.Village)];

    /// <summary>The page and the year's data file state how many objections arrived.</summary>
    public static IEnumerable<string> Of(ObjectionOnRegister o, PublicRegister register) =>
        register.Declarations.TryGetValue(o.Declaration, out var d) ? [Declaration(d.Id), DeclarationYear(d.Number.Year)] : [];

    /// <summary>What differs between two registers, by comparing rows; equal rows are the same reference when read from one cache.</summary>
    public static HashSet<string> Touched(PublicRegister before, PublicRegister after)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        if (!ReferenceEquals(before.Town, after.Town)) touched.Add(Town);
        Compare(before.Declarations, after.Declarations, Of, touched);
        Compare(before.Agreements, after.Agreements, Of, touched);
        Compare(before.Objections, after.Objections, o => Of(o, after), touched);
        return touched;
    }

    private static void Compare<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after, Func<T, IEnumerable<string>> slices, HashSet<string> touched)
        where T : class
    {
        if (ReferenceEquals(before, after)) return;
        foreach (var (id, row) in after)
        {
            var old = before.GetValueOrDefault(id);
            if (ReferenceEquals(old, row)) continue;
            touched.UnionWith(slices(row));
            if (old is not null) touched.UnionWith(slices(old));
        }
        foreach (var (id, row) in before)
            if (!after.ContainsKey(id)) touched.UnionWith(slices(row));
    }
}
