namespace Transparency.Contracts;

public enum PartyKind
{
    Organisation,
    SoleTrader,
    Person,
    Household,
}

/// <summary>
/// The other side of an agreement as the public sees it. The full name of a natural person stands in the document
/// <paramref name="Person"/> only.
/// </summary>
public sealed record Party(PartyKind Kind, PublicName Name, PersonId? Person = null);

/// <summary>
/// A name in its public form: organisations and trade names whole, other natural persons by surname and role,
/// households without a name (Personal Information Protection Law, art. 25).
/// </summary>
public sealed record PublicName(string Zh, string? En = null)
{
    private static readonly string[] CompoundSurnames =
        ["欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟",
            "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶",
            "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "令狐"];

    public static PublicName Of(PartyKind kind, string name, string? nameEn = null) => kind switch
    {
        PartyKind.Organisation or PartyKind.SoleTrader => new(name, nameEn),
        PartyKind.Household => new("农户（不公开姓名）", "a household (name not made public)"),
        _ => new($"{Surname(name)}某（个人）", "a private person (name masked)"),
    };

    private static string Surname(string name) =>
        CompoundSurnames.FirstOrDefault(s => name.StartsWith(s, StringComparison.Ordinal))
        ?? (name.Length == 0 ? "" : char.IsHighSurrogate(name[0]) && name.Length > 1 ? name[..2] : name[..1]);

    public string In(Language language) => language == Language.En && En is not null ? En : Zh;
}
