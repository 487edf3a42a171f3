namespace Transparency.Publishing.Site.Kinds;

/// <summary>A page of somebody else's on which a kind may stand with a component of its own.</summary>
public enum Place
{
    /// <summary>The strip on top of the home page: what should have been done by today.</summary>
    Late,

    /// <summary>A section of the home page.</summary>
    Home,

    /// <summary>A section of the calendar page.</summary>
    Calendar,

    /// <summary>A village's page; the component takes its code as <c>Of</c>.</summary>
    Village,

    /// <summary>A declaration's newest page; the component takes its number as <c>Of</c>.</summary>
    Declaration,

    /// <summary>A work's page; the component takes its id as <c>Of</c>.</summary>
    Work,
}
