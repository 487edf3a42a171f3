namespace Transparency.Portal.Store.Documents;

/// <summary>A one-time link; the token itself is known to its holder only.</summary>
/// <param name="Id">SHA-256 of the token, in hex</param>
/// <param name="Used">null until it was redeemed</param>
public sealed record SignInLink(string Id, string Officer, DateTimeOffset Expires, DateTimeOffset? Used);
