namespace Transparency.Portal.Store.Documents;

/// <summary>Which version of a fold filled its table.</summary>
/// <param name="Id">name of the projection</param>
public sealed record ProjectionVersion(string Id, int Version);
