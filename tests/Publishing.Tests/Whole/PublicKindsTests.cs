using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Officers;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Readings;
using Transparency.Contracts.Suppressions;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Town;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Kinds;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Whole;

public class PublicKindsTests
{
    /// <summary>What stays in the office, and the town, which is no row but stands behind all of them.</summary>
    private static readonly Type[] Others =
    [
        typeof(TownEvent), typeof(BookEvent), typeof(TrustEvent), typeof(BankEvent), typeof(BudgetEvent),
        typeof(OfficerEvent), typeof(NumberTaken), typeof(BidEntered), typeof(ProposalNumberTaken),
        typeof(NumberLost), typeof(ProposalNumberLost), typeof(SuppressionNumberTaken), typeof(SuppressionNumberLost), typeof(ReadingRecorded),
    ];

    [Fact]
    public void Every_row_of_the_register_has_its_one_kind()
    {
        var rows = typeof(IPublicRow).Assembly.GetTypes().Where(t => t is { IsInterface: false } && t.IsAssignableTo(typeof(IPublicRow)));
        Assert.Equal(Names(rows), Names(PublicKinds.All.Select(kind => kind.Row)));
        Assert.Equal(PublicKinds.All.Count, PublicKinds.All.Select(kind => kind.Stream).Distinct().Count());
    }

    [Fact]
    public void Every_event_of_the_law_is_of_one_public_kind_or_stays_in_the_office()
    {
        var events = typeof(DeclarationEvent).Assembly.GetTypes().Where(IsEvent).ToList();
        Assert.All(events, e => Assert.Single(PublicKinds.All.Select(kind => kind.Events).Concat(Others), list => list.IsAssignableFrom(e)));
        Assert.All(PublicKinds.All, kind => Assert.Contains(events, kind.Events.IsAssignableFrom));
    }

    [Fact]
    public void A_row_is_listed_exactly_when_its_kind_has_pages_of_its_own()
    {
        Assert.Equal(Enum.GetValues<CaseKind>(), PublicKinds.All.Select(kind => kind.Case).OfType<CaseKind>().Order());
        var rows = SampleTown.Model.Register.Rows.Values.ToList();
        Assert.Equal(Names(PublicKinds.All.Select(kind => kind.Row)), Names(rows.Select(row => row.GetType()).Distinct()));
        // The result of a decision on a major matter stands on its declaration's page.
        Assert.All(rows, row => Assert.Equal(row is DeliberationOnRegister { Edition: null } ? null : PublicKinds.Of(row).Case, row.Entry?.Kind));
    }

    /// <summary>An event has the base of its stream, or stands alone and is signed or has a time, where a command has an officer and the cover of a letter is no event.</summary>
    private static bool IsEvent(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsNested: false, BaseType: { } above } && type != typeof(Signature)
        && type != typeof(ProposalFile)
        && (above == typeof(object) ? Has(type, "By", typeof(Signature)) || (Has(type, "At", typeof(DateTimeOffset)) && type.GetProperty("By") is null)
            : above.Name.EndsWith("Event", StringComparison.Ordinal));

    private static bool Has(Type type, string name, Type of) => type.GetProperty(name)?.PropertyType == of;

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(t => t.Name).Order(StringComparer.Ordinal);
}
