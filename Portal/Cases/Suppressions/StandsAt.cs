using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Suppressions;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Portal.Cases.Suppressions;

/// <summary>What stands in public at an address, with all that would leave together with it.</summary>
internal static class StandsAt
{
    public static async Task<bool> IsAnyAsync(IQuerySession session, string address, CancellationToken ct) =>
        await FileAsync(session, address, ct) is not null || (await EditionsAsync(session, address, ct)).Count > 0;

    /// <summary>
    /// The edition at the address and every other edition that shows its section; of those that have been published already, with their
    /// hashes. Or the attachment.
    /// </summary>
    public static async Task<(IReadOnlyList<SuppressedEdition> Editions, IReadOnlyList<SuppressedFile> Files)> ReadAsync(
        IQuerySession session, string address, CancellationToken ct)
    {
        if (await FileAsync(session, address, ct) is { } file) return ([], [file]);
        var editions = await EditionsAsync(session, address, ct);
        string[] keys = [.. editions.Select(e => e.Key)];
        var notices = (await session.LoadManyAsync<ShelvedNotice>(ct, keys)).ToDictionary(x => x.Id, x => x.Sha256);
        var sheets = (await session.LoadManyAsync<TypesetSheet>(ct, keys)).ToDictionary(x => x.Id, x => x.Sha256);
        return (
            [
                .. from edition in editions
                   where notices.ContainsKey(edition.Key)
                   select new SuppressedEdition(
                       edition.Key, edition.Number, edition.Ordinal, edition.Content, new(notices[edition.Key]),
                       sheets.TryGetValue(edition.Key, out var sheet) ? new ContentHash(sheet) : null),
            ],
            []);
    }

    private static async Task<SuppressedFile?> FileAsync(IQuerySession session, string address, CancellationToken ct) =>
        address.Split('/') is ["files", var name] && name.Split('.') is [{ Length: 64 } hash, var extension]
        && await session.LoadAsync<StoredFile>(hash, ct) is { } file && file.Extension == extension
            ? new(new(hash), extension) : null;

    private static async Task<IReadOnlyList<PublicEdition>> EditionsAsync(IQuerySession session, string address, CancellationToken ct)
    {
        if (await RowAsync(session, address, ct) is not { } row) return [];
        if (PublicEdition.In(row).FirstOrDefault(e => e.Folder == address) is not { } edition) return [];
        var others = await HoldersAsync(session, row, ct);
        return [.. others.Prepend(row).SelectMany(PublicEdition.In).Where(e => e.Shows(edition.Content))];
    }

    /// <summary>Declarations that brought a contract or a plan to the public hold its whole section.</summary>
    private static async Task<IReadOnlyList<IPublicRow>> HoldersAsync(IQuerySession session, IPublicRow row, CancellationToken ct)
    {
        string[] holders = row switch
        {
            AgreementOnRegister a => [.. a.Editions.Select(e => e.Declaration).Distinct()],
            TenderOnRegister { Declaration: { } declaration } => [declaration],
            _ => [],
        };
        return await session.LoadManyAsync<DeclarationOnRegister>(ct, holders);
    }

    private static async Task<IPublicRow?> RowAsync(IQuerySession session, string address, CancellationToken ct) =>
        address.Split('/') switch
    {
        ["declarations", var year, var ordinal, ..] when Number(year, ordinal) is var (y, n) =>
            await session.Query<DeclarationOnRegister>().FirstOrDefaultAsync(d => d.Number.Year == y && d.Number.Ordinal == n, ct),
        ["agreements", var id, ..] when AgreementId.Parse(id) is { } agreement =>
            await session.LoadAsync<AgreementOnRegister>(StreamKey.Of(agreement), ct),
        ["tenders", var id, ..] when TenderId.Parse(id) is { } tender =>
            await session.LoadAsync<TenderOnRegister>(StreamKey.Of(tender), ct),
        ["villages", var village, "escrow", var month, ..] when VillageCode.Parse(village) is { } v && Month.Parse(month) is { } m =>
            await session.LoadAsync<StatementOnRegister>(StreamKey.Statement(new(v, m)), ct),
        ["villages", var village, "reports", var obligation, var period, ..]
            when ReportKey.Parse($"{obligation}/{village}/{period}") is { } report =>
            await session.LoadAsync<ReportOnRegister>(StreamKey.Of(report), ct),
        ["town", "treasury", var month, ..] when Month.Parse(month) is { } m =>
            await session.LoadAsync<TreasuryOnRegister>(StreamKey.Treasury(m), ct),
        ["inspections", var year, var ordinal, ..] when InspectionId.Parse($"{year}-{ordinal}") is { } inspection =>
            await session.LoadAsync<InspectionOnRegister>(StreamKey.Of(inspection), ct),
        ["proposals", var year, var ordinal, ..] when ProposalNumber.Parse($"{year}/{ordinal}") is { } number =>
            await ProposalAsync(session, number, ct),
        _ => null,
    };

    private static Task<ProposalOnRegister?> ProposalAsync(IQuerySession session, ProposalNumber number, CancellationToken ct) =>
        session.Query<ProposalOnRegister>().FirstOrDefaultAsync(
            p => p.Signed.Section.Number.Year == number.Year && p.Signed.Section.Number.Ordinal == number.Ordinal, ct);

    private static (int Year, int Ordinal)? Number(string year, string ordinal) =>
        Acts.Fields.Count(year) is { } y && Acts.Fields.Count(ordinal) is { } n ? (y, n) : null;
}
