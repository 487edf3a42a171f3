namespace Transparency.Contracts;

/// <summary>What every act that somebody did says of itself, whatever its kind.</summary>
public interface ISigned
{
    Signature By { get; }

    /// <summary>The words that were given with the act and are shown with it; null or empty where nothing was said.</summary>
    Text? Said => null;
}
