using Transparency.Contracts;
using Transparency.Contracts.Treasury;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Whole;

/// <summary>What a work costs and what was paid for it, over all that names it.</summary>
public sealed class WorkTests
{
    private static readonly WorkId Culvert = new("culvert");

    [Fact]
    public void A_cost_that_was_declared_twice_counts_once_by_the_newest()
    {
        var first = Named(SampleDeclarations.Approved, ("村集体", 9_600_000), ("镇财政", 6_000_000));
        Assert.Equal((15_600_000, false), Planned(first));
        var again = Named(SampleDeclarations.Road, ("村集体", 9_000_000), ("镇财政", 3_000_000), ("镇财政", 3_000_000));
        Assert.True(first.Editions[0].At < again.Editions[0].At);
        Assert.Equal((15_000_000, true), Planned(first, again));
        Assert.Equal((18_000_000, false), Planned(first, Named(SampleDeclarations.Road, ("县补助", 2_400_000))));
        // What was stopped is no cost.
        Assert.Equal((15_600_000, false), Planned(first, Named(SampleDeclarations.Withdrawn, ("村集体", 99))));
    }

    [Fact]
    public void The_towns_payments_count_until_they_are_taken_back()
    {
        var declared = Named(SampleDeclarations.Approved, ("镇财政", 6_000_000));
        var line = SampleTreasury.Corrected.Section.Lines[1] with { Declaration = declared.Number, Reverses = null };
        var other = line with { Number = "9", Amount = new(1_000) };
        var paid = SampleTreasury.Corrected with
        {
            Id = "treasury/2026-05", Month = new(2026, 5),
            Editions = [SampleTreasury.Corrected.Editions[0] with { Section = new TreasurySection(SampleTown.Town.Name, new(2026, 5), "", [line, other]) }],
        };
        var work = Of(declared, paid);
        Assert.Equal(["9", line.Number], work.Payments.Select(p => p.Voucher).Order(StringComparer.Ordinal));
        Assert.Equal(1_000, work.Paid.Fen);
        Assert.True(work.Payments.Single(p => p.Voucher == line.Number).IsReversed);
    }

    private static (long, bool) Planned(params IPublicRow[] rows) => (Of(rows).Planned!.Value.Fen, Of(rows).CountsOnce);

    private static SiteWork Of(params IPublicRow[] rows) => SiteWork.Of(new(PublicRegister.Of(SampleTown.OnRegister, rows), SampleTown.AsOf, SampleTown.Settings), Culvert);

    private static DeclarationOnRegister Named(DeclarationOnRegister d, params (string Source, long Fen)[] sources) => d with
    {
        Editions = [.. d.Editions.Select(e => e with { Section = e.Section with { Work = Culvert, Sources = [.. sources.Select(s => new Contracts.Declarations.SourceAmount(new(s.Source), new(s.Fen)))] } })],
    };
}
