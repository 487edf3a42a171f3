using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

/// <summary>What an output says it is a function of is all that it is a function of: incremental = full.</summary>
public sealed class Inputs
{
    /// <summary>The whole town is rendered for each: of every kind the first and the last, under <c>--long</c> all.</summary>
    public static TheoryData<string> Rows =>
    [
        .. from id in SampleTown.Register.Rows.Keys.Order(StringComparer.Ordinal)
           group id by id.Split('/')[0] into kind
           from id in Amount.IsLong ? kind : kind.Take(1).Concat(kind.TakeLast(1)).Distinct()
           select id,
    ];

    [Theory, MemberData(nameof(Rows))]
    public void A_new_row_changes_only_outputs_that_name_it(string id)
    {
        var after = SampleTown.Register;
        var before = after with { Rows = after.Rows.Remove(id) };
        AssertNamed(before);
    }

    [Fact]
    public void A_later_act_changes_only_outputs_that_name_its_row()
    {
        foreach (var d in SampleDeclarations.All.Where(d => d.Editions.Count > 1))
        {
            var earlier = d with { Editions = [.. d.Editions.Take(1)], Timeline = [.. d.Timeline.Take(3)], Status = PublicStatus.InPublicity, LastAct = d.Editions[0].At };
            var after = SampleTown.Register;
            AssertNamed(after with { Rows = after.Rows.SetItem(d.Id, earlier) });
        }
    }

    [Fact]
    public void A_corrected_statement_and_its_questions_change_only_outputs_that_name_it()
    {
        var (after, august) = (SampleTown.Register, SampleStatements.August);
        var earlier = august with { Editions = [august.Editions[0]], Questions = [], Acts = 1, LastAct = august.Editions[0].At };
        AssertNamed(after with { Rows = after.Rows.SetItem(august.Id, earlier) });
    }

    [Fact]
    public void Another_day_changes_only_outputs_that_count_days()
    {
        var later = RenderedSite.Render(new(SampleTown.Register, SampleTown.AsOf.AddDays(3), SampleTown.Settings));
        foreach (var output in RenderedSite.Outputs(RenderedSite.Model).Where(o => !o.Inputs.Contains(Slices.AsOf)))
            Assert.True(later[output.Path].AsSpan().SequenceEqual(RenderedSite.Files[output.Path]), $"{output.Path} depends on the day");
    }

    [Fact]
    public void Every_page_names_the_town()
    {
        foreach (var output in RenderedSite.Outputs(RenderedSite.Model).Where(o => o.Path.EndsWith(".html", StringComparison.Ordinal)))
            Assert.Contains(Slices.Town, output.Inputs);
    }

    /// <summary>From a register before to that of the sample town, whose outputs are rendered already.</summary>
    private static void AssertNamed(PublicRegister before)
    {
        var touched = SampleTown.Register.TouchedSince(before);
        var was = RenderedSite.Render(new(before, SampleTown.AsOf, SampleTown.Settings));
        foreach (var output in RenderedSite.Outputs(RenderedSite.Model))
        {
            var changed = !was.TryGetValue(output.Path, out var old) || !old.AsSpan().SequenceEqual(RenderedSite.Files[output.Path]);
            if (changed) Assert.True(output.Inputs.Any(touched.Contains), $"{output.Path} changed, but names none of {string.Join(", ", touched)}");
        }
    }
}
