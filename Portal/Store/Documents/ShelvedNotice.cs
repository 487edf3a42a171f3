namespace Transparency.Portal.Store.Documents;

/// <summary>notice.json or certificate.json as it was first published, kept in the store and so in every backup of it.</summary>
/// <param name="Id">the edition's key, that of its sheet too</param>
/// <param name="Version">of the templates that made it</param>
public sealed record ShelvedNotice(string Id, string Sha256, string Version, string Json);
