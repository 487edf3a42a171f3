using Transparency.Contracts;

namespace Transparency.Publishing.Typesetting;

/// <summary>
/// A finished sheet, or the reason why there is none:
/// <c>typesetter.missing</c> (what is not installed), <c>typesetter.dead</c> (why the process ended),
/// <c>typesetter.fault</c> (one line from the compiler), <c>typesetter.characters</c> (those no font has).
/// </summary>
public abstract record Typeset
{
    public sealed record Done(byte[] Pdf) : Typeset;

    public sealed record Failed(Refusal Why) : Typeset;

    private Typeset() { }
}
