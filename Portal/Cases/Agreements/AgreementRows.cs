using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Texts;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>Agreements, by their public number. The party's own values go to a person's document and nowhere else.</summary>
public static class AgreementRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("agreement"), Must("title"), May("title_en"), Must("kind"),
        Must("party_kind"), Must("party_name"), May("party_name_en"),
        May("party_id_number"), May("party_phone"), May("party_bank_account"), May("party_address"),
        Must("asset"), May("asset_en"), May("area_mu"), Must("start"), Must("end"), Must("total"), May("yearly"),
        Must("due"), May("due_en"), Must("purpose"), May("purpose_en"), May("tender"), May("work"),
        May("land"), May("existing"),
    ];

    private static readonly Dictionary<string, AgreementKind> Kinds = new()
    {
        ["工程"] = AgreementKind.Works, ["货物"] = AgreementKind.Goods,
        ["服务"] = AgreementKind.Services, ["租赁承包"] = AgreementKind.Lease,
        ["works"] = AgreementKind.Works, ["goods"] = AgreementKind.Goods,
        ["services"] = AgreementKind.Services, ["lease"] = AgreementKind.Lease,
    };

    private static readonly Dictionary<string, LandTitle> Lands = Enum.GetValues<LandTitle>()
        .SelectMany(land => new[] { (Catalogue.Say(Language.Zh, $"land.{land}"), land), (Fields.NameOf(land), land) })
        .ToDictionary(x => x.Item1, x => x.land, StringComparer.Ordinal);

    private static readonly Dictionary<string, bool> YesOrNo =
        new(StringComparer.OrdinalIgnoreCase) { ["是"] = true, ["否"] = false, ["yes"] = true, ["no"] = false };

    public static (AgreementId Id, AgreementContent Content, Person? Person) Read(RowReader row)
    {
        var id = IdOf(row);
        var person = PersonOf(row, id);
        var kind = row.OneOf("party_kind", PartyWords.Kinds);
        var name = PublicName.Of(kind, row.Must("party_name"), row.May("party_name_en"));
        var with = new Party(kind, name, person is null ? null : new PersonId(person.Id));
        return (id, new(
            row.Words("title"), row.OneOf("kind", Kinds), id.Village, with, row.Words("asset"), row.AreaOrNone("area_mu"),
            row.Day("start"), row.Day("end", Days.YearsOfContract), row.Amount("total"), row.AmountOrNone("yearly"),
            row.Words("due"), row.Words("purpose"),
            row.OrNone("tender", "cell.tender", TenderId.Parse), row.OrNone("work", "cell.work", WorkId.Parse),
            row.Has("land") ? row.OneOf("land", Lands) : null, row.Has("existing") && row.OneOf("existing", YesOrNo)), person);
    }

    private static AgreementId IdOf(RowReader row)
    {
        var text = Crooked.Fold(row.Must("agreement")).ToUpperInvariant();
        if (AgreementId.Parse(text) is { } id) return id;
        if (text.Length > 0) row.Refuse("agreement", Refusal.Mend(null, "agreement.id", text));
        return new("00-0000-W-0000");
    }

    /// <summary>Needed for natural persons, whose name the agreement itself does not hold, and for whoever has private values.</summary>
    private static Person? PersonOf(RowReader row, AgreementId id)
    {
        var person = new Person(
            $"a-{id}", row.May("party_name") ?? "", row.May("party_id_number"), row.May("party_phone"),
            row.May("party_bank_account"), row.May("party_address"));
        var isNatural = row.OneOf("party_kind", PartyWords.Kinds) is PartyKind.Person or PartyKind.Household;
        return isNatural || person is not { IdNumber: null, Phone: null, BankAccount: null, Address: null } ? person : null;
    }

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var stored = 0;
        foreach (var row in run.Rows)
        {
            var (id, content, person) = Read(row);
            if (!run.IsSound(row, "agreement", id.Value)) continue;
            var file = await run.Entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law);
            if (file.State is Agreement.Registered known)
            {
                var first = await run.FirstAsync<AgreementRegistered>(file.Key);
                ImportRun.Compare(row, "agreement", id.Value, content, known.Content, first.Content);
                await run.ComparePersonAsync(row, "agreement", id.Value, person);
                continue;
            }
            if (await PublicNumber.TakenAsync(run.Entry, id) is { } taken) row.Refuse("agreement", taken);
            else if (run.Entry.Decide(file, new AgreementCommand.Register(id, content, run.By, run.At)) is { } no) row.Refuse(null, no);
            else if (person is not null && run.Entry.Keep(run.By, person, content.With.Name) is { } own) row.Refuse(null, own);
            stored++;
        }
        return stored;
    }
}
