using Transparency.Contracts.Losses;
using Transparency.Portal.Store;

namespace Transparency.Portal.Press;

/// <summary>Losses of records, as administrators accepted them.</summary>
internal static class LossStore
{
    public static readonly StreamKind Loss = StreamKind.Of("loss", Contracts.Losses.Loss.Law, new Dictionary<Type, string>
    {
        [typeof(LossAccepted)] = "loss-accepted",
    });

    public static string KeyOf(int ordinal) => $"loss/{ordinal}";
}
