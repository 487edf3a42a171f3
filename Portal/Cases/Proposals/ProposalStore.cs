using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Proposals;

/// <summary>Villagers' proposals with their numbers, and the letters as they were sent.</summary>
internal static class ProposalStore
{
    public static readonly StreamKind Proposal = StreamKind.Of("proposal", ProposalDecider.Law, new Dictionary<Type, string>
    {
        [typeof(ProposalSubmitted)] = "proposal-submitted",
        [typeof(ProposalMerged)] = "proposal-merged",
        [typeof(ProposalDeclined)] = "proposal-declined",
        [typeof(ProposalAdmitted)] = "proposal-admitted",
        [typeof(ProposalReturned)] = "proposal-returned",
        [typeof(ProposalDisclosed)] = "proposal-disclosed",
        [typeof(ProposalJoined)] = "proposal-joined",
        [typeof(ProposalStudied)] = "proposal-studied",
        [typeof(ProposalAnswered)] = "proposal-answered",
        [typeof(ProposalCarried)] = "proposal-carried",
        [typeof(ProposalResultPosted)] = "proposal-result-posted",
    })
        .Hashed<ProposalAdmitted>(x => (x.Hash, x.Section.Hash))
        .Hashed<ProposalDisclosed>(x => (x.Hash, x.Section.Hash))
        .With<ProposalOnDesk>(1, ProposalOnDesk.Next)
        with { Documents = o => o.Schema.For<ProposalAsSent>().UniqueIndex(x => x.ReceiptHash) };

    public static readonly StreamKind Numbers = new("numbers/proposal", new Dictionary<Type, string>
    {
        [typeof(ProposalNumberTaken)] = "proposal-number-taken",
        [typeof(ProposalNumberLost)] = "proposal-number-lost",
    });

    public static readonly NumberSeries Series = new("proposals", NumbersOf, (ordinal, at) => new ProposalNumberLost(ordinal, at));

    public static string KeyOf(ProposalId id) => $"proposal/{id.Value}";

    public static string NumbersOf(int year) => string.Create(CultureInfo.InvariantCulture, $"numbers/proposal/{year:0000}");

    /// <summary>A return and new words keep the number, so it is seen with each of them.</summary>
    public static NumberCheck NumberCheck()
    {
        HashSet<string> seen = [];
        return new(
            e => e.Data is ProposalNumberTaken x ? new(e.Stream, x.Ordinal, KeyOf(x.Proposal)) : null,
            e => e.Data is ProposalAdmitted { Section.Number: var number } && seen.Add($"{e.Stream} {number}")
                ? new(NumbersOf(number.Year), number.Ordinal, e.Stream) : null);
    }
}

/// <summary>A proposal in its author's own words. Only those who admit and sign read them; public are the town's words.</summary>
/// <param name="Id">value of a <see cref="ProposalId"/></param>
/// <param name="Village">code of the village that it is about; null for the town</param>
/// <param name="ReceiptHash">the receipt's code itself is known to its holder only</param>
public sealed record ProposalAsSent(
    string Id, string? Village, DateTimeOffset ReceivedAt, string Words, string? Name, string? Contact, bool MayBeNamed,
    string ReceiptHash);
