namespace Transparency.Contracts;

/// <summary>A name that one kind of thing is known by; never converted into another kind's.</summary>
public interface IId<TSelf> where TSelf : IId<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string value);
}

/// <summary>Key of the stream <c>declaration/{id}</c>; internal, never shown as a number.</summary>
public readonly record struct DeclarationId(string Value) : IId<DeclarationId>
{
    public static DeclarationId Of(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>
/// <c>{village}-{yyyy}-{kind}-{seq}</c>, for example <c>09-2026-L-0003</c>; public, never used again, and never shared with a tender.
/// </summary>
public readonly record struct AgreementId(string Value) : IId<AgreementId>
{
    public static AgreementId Of(string value) => new(value);

    /// <summary>Null unless the text has the public form.</summary>
    public static AgreementId? Parse(string text) => PublicId.IsOne(text) ? new(text) : null;

    public VillageCode Village => new(Value[..2]);

    public int Year => PublicId.YearOf(Value);

    /// <summary>By the letter of its kind.</summary>
    public bool IsLease => Value[8] == 'L';

    public override string ToString() => Value;
}

/// <summary>As an <see cref="AgreementId"/>, from the same sequence; <c>00</c> stands for the town itself: <c>00-2026-W-0001</c>.</summary>
public readonly record struct TenderId(string Value) : IId<TenderId>
{
    public static TenderId Of(string value) => new(value);

    /// <summary>Null unless the text has the public form.</summary>
    public static TenderId? Parse(string text) => PublicId.IsOne(text) ? new(text) : null;

    /// <summary>Null for a tender of the town itself.</summary>
    public VillageCode? Village => Value.StartsWith("00", StringComparison.Ordinal) ? null : new(Value[..2]);

    public int Year => PublicId.YearOf(Value);

    public override string ToString() => Value;
}

/// <summary>
/// A village's deliberation, <c>{village}-{yyyy}-D-{seq}</c>; <c>00</c> stands for the town itself: <c>04-2026-D-0003</c>.
/// Public, never used again.
/// </summary>
public readonly record struct DeliberationId(string Value) : IId<DeliberationId>
{
    public static DeliberationId Of(string value) => new(value);

    /// <summary>Null unless the text has the public form.</summary>
    public static DeliberationId? Parse(string text) => PublicId.IsOne(text, "D") ? new(text) : null;

    /// <summary>Null for a deliberation of the town itself.</summary>
    public VillageCode? Village => Value.StartsWith("00", StringComparison.Ordinal) ? null : new(Value[..2]);

    public int Year => PublicId.YearOf(Value);

    public override string ToString() => Value;
}

/// <summary>
/// An inspection of the villages' money, <c>{yyyy}-{n}</c>: <c>2026-2</c>. Public, gapless in its year, never used again.
/// </summary>
public readonly record struct InspectionId(string Value) : IId<InspectionId>
{
    public static InspectionId Of(string value) => new(value);

    public static InspectionId Of(int year, int ordinal) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year:0000}-{ordinal}"));

    /// <summary>Null unless the text has the public form, with an ordinal of 1 to 999.</summary>
    public static InspectionId? Parse(string text) =>
        text.Split('-') is [{ Length: 4 } year, { Length: >= 1 and <= 3 } ordinal] && year.All(char.IsAsciiDigit)
            && ordinal.All(char.IsAsciiDigit) && ordinal[0] != '0'
            ? new(text)
            : null;

    public int Year => int.Parse(Value.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    public int Ordinal => int.Parse(Value.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => Value;
}

/// <summary>One offer for one lot; internal.</summary>
public readonly record struct BidId(string Value) : IId<BidId>
{
    public static BidId Of(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A clean-up drive, in lower-case letters, digits and hyphens: <c>saltpans-2026</c>. Public: part of an address.</summary>
public readonly record struct DriveId(string Value) : IId<DriveId>
{
    public static DriveId Of(string value) => new(value);

    public static DriveId? Parse(string text) => PublicId.IsSlug(text) ? new(text) : null;

    public override string ToString() => Value;
}

/// <summary>
/// What declarations, tenders, agreements and payments of one work name alike: <c>jiajiahewu-road</c>. Public: part of an address.
/// </summary>
public readonly record struct WorkId(string Value) : IId<WorkId>
{
    public static WorkId Of(string value) => new(value);

    public static WorkId? Parse(string text) => PublicId.IsSlug(text) ? new(text) : null;

    public override string ToString() => Value;
}

/// <summary>The forms of ids that the public sees.</summary>
internal static class PublicId
{
    /// <param name="kinds">letters, one of which stands for the kind</param>
    public static bool IsOne(string text, string kinds = "WGSL") =>
        text.Split('-') is [{ Length: 2 } village, { Length: 4 } year, [var kind], { Length: 4 } ordinal]
        && kinds.Contains(kind, StringComparison.Ordinal)
        && village.All(char.IsAsciiDigit) && year.All(char.IsAsciiDigit) && ordinal.All(char.IsAsciiDigit);

    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= 60 && text[0] != '-' && text[^1] != '-'
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static int YearOf(string value) => int.Parse(value.AsSpan(3, 4), System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct ObjectionId(string Value) : IId<ObjectionId>
{
    public static ObjectionId Of(string value) => new(value);

    public override string ToString() => Value;
}

public readonly record struct OfficerId(string Value) : IId<OfficerId>
{
    public static OfficerId Of(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Points at a deletable document with a person's own values; four eyes are two different ones of these.</summary>
public readonly record struct PersonId(string Value) : IId<PersonId>
{
    public static PersonId Of(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Two digits, <c>01</c> to <c>99</c>.</summary>
public readonly record struct VillageCode(string Value) : IId<VillageCode>
{
    public static VillageCode Of(string value) => new(value);

    public static VillageCode? Parse(string text) =>
        text is { Length: 2 } && text.All(char.IsAsciiDigit) && text != "00" ? new(text) : null;

    public override string ToString() => Value;
}

/// <summary>SHA-256 over a section's canonical JSON, in 64 lower-case hex digits: what review, publicity and approval pin.</summary>
public readonly record struct ContentHash(string Value) : IId<ContentHash>
{
    public static ContentHash Of(string value) => new(value);

    public static ContentHash Over(ReadOnlySpan<byte> canonicalJson) =>
        new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(canonicalJson)));

    public override string ToString() => Value;
}
