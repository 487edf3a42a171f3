using System.Text;

namespace Transparency.Contracts.Agreements.CleanUp;

/// <summary>What can be wrong with an agreement.</summary>
public enum Problem
{
    /// <summary>No written contract (Civil Code, art. 707).</summary>
    Oral,

    /// <summary>Longer than the law allows (Civil Code, art. 705: 20 years).</summary>
    TermOver,

    /// <summary>Rent far below that of comparable assets.</summary>
    RentLow,

    /// <summary>Rent not paid.</summary>
    RentArrears,

    /// <summary>At the end the collective would have to buy back what the lessee invested.</summary>
    UnfairExit,

    /// <summary>No democratic procedure in the village.</summary>
    NoDecision,

    /// <summary>Not let in the open.</summary>
    NoTender,

    /// <summary>Not registered, no number.</summary>
    NoFiling,

    /// <summary>The area differs from what was measured.</summary>
    AreaWrong,

    /// <summary>Used for something else than agreed.</summary>
    UseChanged,

    /// <summary>Passed on without consent.</summary>
    Sublet,

    /// <summary>Let to a cadre or a relative.</summary>
    Insider,

    /// <summary>Terms are missing.</summary>
    Vague,

    /// <summary>Expired, but the lessee stays (Civil Code, art. 734).</summary>
    ExpiredOccupied,
}

/// <summary>What is done about it.</summary>
public enum Remedy
{
    WriteUp,
    Supplement,
    Reprice,
    Shorten,
    Collect,
    Terminate,
    ReLet,
    Lawsuit,

    /// <summary>Kept as it is, for a reason that the declaration states.</summary>
    LegitKeep,
}

/// <summary>The codes as data files and forms write them: <c>TERM_OVER</c>.</summary>
public static class CleanUpCode
{
    public static string Of(Problem problem) => Written(problem.ToString());

    public static string Of(Remedy remedy) => Written(remedy.ToString());

    /// <summary>Null for anything but a code; <c>term-over</c> and <c>TermOver</c> are read too.</summary>
    public static T? Parse<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => v.ToString().Equals(Joined(text), StringComparison.OrdinalIgnoreCase))
            .Select(v => (T?)v).FirstOrDefault();

    private static string Joined(string text) => text.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private static string Written(string name)
    {
        var code = new StringBuilder(name.Length + 2);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && code.Length > 0) code.Append('_');
            code.Append(char.ToUpperInvariant(c));
        }
        return code.ToString();
    }
}
