using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>Subject of the acts on one case of a drive: <c>saltpans-2026/09-2026-L-0001</c>.</summary>
public readonly record struct CleanUpKey(DriveId Drive, AgreementId Agreement)
{
    public string Stream => StreamKey.Case(Drive, Agreement);

    /// <summary>Null unless it has that form.</summary>
    public static CleanUpKey? Parse(string text) =>
        text.Split('/') is [var drive, var agreement] && DriveId.Parse(drive) is { } d && AgreementId.Parse(agreement) is { } a ? new(d, a) : null;
}
