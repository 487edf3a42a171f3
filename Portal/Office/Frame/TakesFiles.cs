namespace Transparency.Portal.Office.Frame;

/// <summary>Marks an address whose form may bring files, so that it alone takes posts of their size.</summary>
/// <param name="When">by the values of the address; null for always</param>
public sealed record TakesFiles(Func<RouteValueDictionary, bool>? When = null)
{
    /// <summary>As many files as a case may have, each as large as it may be, in bytes.</summary>
    public const int LargestUpload = (int)(Contracts.AttachmentList.MostPerCase * Contracts.AttachmentList.LargestBytes);

    public static bool In(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<TakesFiles>() is { } takes && takes.When?.Invoke(http.Request.RouteValues) != false;
}
