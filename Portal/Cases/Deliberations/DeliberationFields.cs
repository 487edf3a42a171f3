using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>A meeting and what is proposed, as fields.</summary>
public static class DeliberationFields
{
    public static DeliberationContent Content(Fields f) =>
        new(f.Text("title"), f.Line("matter"), f.Text("what"), f.Required("wish", "wish", Fields.Choice<ProposalOrigin>));

    public static Meeting Meeting(Fields f) => new(
        Day(f), f.Text("place"),
        f.Required("members", "count", Fields.Count), f.Required("present", "count", Fields.Count), f.Required("agreed", "count", Fields.Count), f.Required("against", "count", Fields.Count),
        Files(f, "minutes"), Optional(f, "observer"));

    public static DateOnly Day(Fields f) => f.Required("date", "day", Fields.Day);

    /// <summary>Null when neither language is given.</summary>
    public static Text? Optional(Fields f, string name) => f.Text(name) is var text && text is { IsEmpty: true, En: null } ? null : text;

    public static IReadOnlyList<Attachment> Files(Fields f, string name)
    {
        if (AttachmentRows.Read(f.Line(name)) is { } rows) return rows;
        f.Refuse(name, f.Line(name), "attachments");
        return [];
    }
}
