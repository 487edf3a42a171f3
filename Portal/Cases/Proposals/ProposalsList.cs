using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Proposals;

/// <summary>What came in and waits to be read or signed, what is public and under way, and what has ended.</summary>
public static class ProposalsList
{
    private const int Newest = 200;

    public static async Task<IResult> ShowAsync(Screen here, IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var r = new CaseReader(session, here, QueryCollection.Empty, ct);
        var rows = (await session.Query<ProposalOnDesk>().OrderByDescending(p => p.Since).ThenBy(p => p.Id).Take(Newest).ToListAsync(ct))
            .Where(row => ProposalCase.IsSeen(r, row)).ToList();
        Sheet Of(string code, Func<ProposalOnDesk, bool> which) => new(code,
            [
                "office.proposal.number", "field.title", "field.village", "office.list.state", "office.list.since",
                "office.proposal.answer-due",
            ],
            [.. rows.Where(which).Select(row => (IReadOnlyList<Shown>)
            [
                row.Number, WayTo(row), ProposalCase.About(r, row.Village is { } village ? new VillageCode(village) : null),
                new Shown(new Word($"proposal-state.{row.State}")), Shanghai.DayOf(row.Since), new Shown(row.AnswerDue),
            ])]);
        return here.Page<SheetsPage>(("Code", "office.proposals"), ("Sheets", new[]
        {
            Of("office.proposals.waiting", row => row is { IsPublic: false, Ended: false }),
            Of("office.proposals.running", row => row is { IsPublic: true, Ended: false }),
            Of("office.proposals.ended", row => row.Ended),
        }));
    }

    private static Shown WayTo(ProposalOnDesk row) =>
        new(row.Title as object ?? new Word("office.proposal.letter"), $"/office/proposals/{row.Subject}");
}
