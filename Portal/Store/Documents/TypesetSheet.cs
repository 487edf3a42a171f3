namespace Transparency.Portal.Store.Documents;

/// <summary>A sheet that was typeset once and for all: the store knows its bytes by their hash.</summary>
/// <param name="Id">the sheet's key</param>
/// <param name="Fingerprint">of template, typesetter and fonts that made it</param>
public sealed record TypesetSheet(string Id, string Sha256, string Fingerprint);
