using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Access;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>An agreement's working copy in the office's list; private.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="With">in its public form</param>
/// <param name="Edition">disclosures so far; 0 = never public</param>
/// <param name="IsChanged">the working copy differs from what was last disclosed</param>
public sealed record AgreementOnDesk(
    string Id, string Number, string Village, Text Title, string Kind, Text With, DateOnly End, Yuan Total, int Edition, bool IsChanged)
{
    public Readers Readers => ReadersOf(new(Village), Edition > 0 && !IsChanged);

    /// <summary>Rent, clean-up and declarations rest on it, so whoever has a hand in one of these is of its people.</summary>
    public static Readers ReadersOf(VillageCode village, bool isPublic) =>
        new(Access.Readers.OfMoney, village, isPublic ? Others.OfMoney : Others.Nobody);

    public static AgreementOnDesk? Next(AgreementOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, AgreementRegistered x) => Of(Blank(id, x.Id.Value, x.Content.Village), x.Content),
        (null, _) => null,
        (_, AgreementChanged x) => Of(now, x.Content) with { IsChanged = now.Edition > 0 },
        (_, AgreementDisclosed) => now with { Edition = now.Edition + 1, IsChanged = false },
        _ => now,
    };

    private static AgreementOnDesk Blank(string id, string number, VillageCode village) =>
        new(id, number, village.Value, new(""), "", new(""), default, Yuan.Zero, 0, false);

    private static AgreementOnDesk Of(AgreementOnDesk now, AgreementContent c) =>
        now with { Title = c.Title, Kind = c.Kind.ToString(), With = new(c.With.Name.Zh, c.With.Name.En), End = c.End, Total = c.Total };
}
