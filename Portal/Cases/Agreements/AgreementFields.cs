using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>
/// An agreement's content as fields, both ways, named as its parts. The other side stands in <c>with</c> (full name; masked here) and
/// <c>with_kind</c> (organisation, sole-trader, person, household), and for natural persons <c>with_id_number</c>, <c>with_phone</c>,
/// <c>with_account</c>, <c>with_address</c>.
/// </summary>
public static class AgreementFields
{
    /// <param name="now">what stands for every field that is not given; null for a new agreement</param>
    /// <returns>the content, and the private document of the other side when it is a natural person</returns>
    public static (AgreementContent Content, Person? Person) Read(Fields f, AgreementId id, AgreementContent? now)
    {
        var (party, person) = Other(f, id, now?.With);
        var start = f.Given("start", "day", Fields.Day, now?.Start);
        // A term that begins anew is a new one, and no longer as it was found.
        var isAsFound = now is { Found: true } && start == now.Start;
        return (new(
            f.Text("title", now?.Title),
            f.Given("kind", "agreement-kind", Fields.Kind, now?.Kind),
            f.Given("village", "village", VillageCode.Parse, now?.Village ?? id.Village),
            party,
            f.Text("asset", now?.Asset),
            f.Has("area") ? f.Optional("area", "mu", Mu.Parse) : now?.Area,
            start,
            f.Given("end", "day", Fields.Day, now?.End, Days.YearsOfContract),
            f.Given("total", "yuan", Yuan.Parse, now?.Total),
            f.Has("yearly") ? f.Optional("yearly", "yuan", Yuan.Parse) : now?.Yearly,
            f.Text("due", now?.Due),
            f.Text("purpose", now?.Purpose),
            f.Has("tender") ? f.Optional("tender", "tender-number", TenderId.Parse) : now?.Tender,
            f.Has("work") ? f.Optional("work", "work", WorkId.Parse) : now?.Work,
            f.Has("land") ? f.Optional("land", "land", Fields.Choice<LandTitle>) : now?.Land,
            f.Line("existing").Length > 0 ? f.Flag("existing") : isAsFound), person);
    }

    /// <summary>For a form that is filled in already. The other side's full name comes from the private document.</summary>
    public static async Task<Dictionary<string, string>> WriteAsync(IQuerySession session, AgreementContent c, CancellationToken ct)
    {
        var person = c.With.Person is { } id ? await session.LoadAsync<Person>(id.Value, ct) : null;
        return new()
        {
            ["title"] = c.Title.Zh, ["title_en"] = c.Title.En ?? "",
            ["kind"] = NextNumber.LetterOf(c.Kind), ["village"] = c.Village.Value,
            ["with_kind"] = Fields.NameOf(c.With.Kind),
            ["with"] = person?.Name ?? c.With.Name.Zh, ["with_en"] = c.With.Name.En ?? "",
            ["with_id_number"] = person?.IdNumber ?? "", ["with_phone"] = person?.Phone ?? "",
            ["with_account"] = person?.BankAccount ?? "", ["with_address"] = person?.Address ?? "",
            ["asset"] = c.Asset.Zh, ["asset_en"] = c.Asset.En ?? "", ["area"] = c.Area?.ToString() ?? "",
            ["start"] = Fields.Iso(c.Start), ["end"] = Fields.Iso(c.End),
            ["total"] = c.Total.ToString(), ["yearly"] = c.Yearly?.ToString() ?? "",
            ["due"] = c.Due.Zh, ["due_en"] = c.Due.En ?? "", ["purpose"] = c.Purpose.Zh, ["purpose_en"] = c.Purpose.En ?? "",
            ["tender"] = c.Tender?.Value ?? "", ["work"] = c.Work?.Value ?? "",
            ["land"] = c.Land is { } land ? Fields.NameOf(land) : "", ["existing"] = c.Found ? "yes" : "",
        };
    }

    private static (Party Party, Person? Person) Other(Fields f, AgreementId id, Party? now)
    {
        var kind = f.Given("with_kind", "party-kind", Fields.Choice<PartyKind>, now?.Kind);
        var (name, nameEn) = (f.Line("with"), f.Line("with_en"));
        var personal = new Person(
            $"a-{id.Value}", name, Or(f, "with_id_number"), Or(f, "with_phone"), Or(f, "with_account"), Or(f, "with_address"));
        if (name.Length == 0 && now is not null && now.Kind == kind) return (now, null);
        if (name.Length == 0) f.Refuse("with", "", "name");
        var known = PublicName.Of(kind, name, nameEn.Length == 0 ? null : nameEn);
        return kind == PartyKind.Organisation ? (new(kind, known), null) : (new(kind, known, new PersonId(personal.Id)), personal);
    }

    private static string? Or(Fields f, string name) => f.Line(name) is { Length: > 0 } line ? line : null;
}
