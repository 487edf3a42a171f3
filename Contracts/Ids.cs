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

/// <summary><c>{village}-{yyyy}-{kind}-{seq}</c>, for example <c>09-2026-L-0003</c>; public, never used again.</summary>
public readonly record struct AgreementId(string Value) : IId<AgreementId>
{
    public static AgreementId Of(string value) => new(value);

    /// <summary>Null unless the text has the public form.</summary>
    public static AgreementId? Parse(string text)
    {
        var parts = text.Split('-');
        return parts is [{ Length: 2 }, { Length: 4 }, "W" or "G" or "S" or "L", { Length: 4 }]
            && parts[0].All(char.IsAsciiDigit) && parts[1].All(char.IsAsciiDigit) && parts[3].All(char.IsAsciiDigit)
            ? new(text)
            : null;
    }

    public VillageCode Village => new(Value[..2]);

    public int Year => int.Parse(Value.AsSpan(3, 4), System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => Value;
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
