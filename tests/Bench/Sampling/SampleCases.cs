using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;

namespace Transparency.Bench.Sampling;

/// <summary>One step of a sample: the streams of a case with what it carries.</summary>
/// <param name="Records">how many approved records these are: a declaration with its agreement counts as two, the village decision behind it as none</param>
/// <param name="Number">the year's number that the case took, or null</param>
public sealed record SampledCase(int Records, IReadOnlyList<SampledStream> Streams, (int Year, NumberTaken Taken)? Number);

/// <summary>The cases of a sample, oldest first. Each is a function of the seed and its place, and of nothing else.</summary>
public sealed class SampleCases(SampleTown town, int records, ulong seed)
{
    /// <summary>As far back as every year's holidays are known.</summary>
    private const int MostMonths = 80;

    private static readonly Month LastMonth = new(2026, 7);

    private readonly SampleCalendar calendar = new(records);
    private readonly Dictionary<int, int> numbers = [];
    private readonly Dictionary<string, int> inSeries = [];

    public IEnumerable<SampledCase> All()
    {
        // One record in five is a monthly statement, as long as there are months: a village has twelve a year and no more.
        var months = Math.Min(MostMonths, records / 5 / town.Villages.Count);
        foreach (var month in Statements(months)) yield return month;
        for (var place = months * town.Villages.Count; place < records;)
        {
            var next = At(place);
            yield return next;
            place += next.Records;
        }
    }

    private IEnumerable<SampledCase> Statements(int months)
    {
        var before = new Dictionary<VillageCode, MonthEnd>();
        for (var month = new Month(LastMonth.Number - months + 1); month <= LastMonth; month = month.Next)
        {
            var after = new Dictionary<VillageCode, MonthEnd>();
            yield return new(town.Villages.Count, SampledMonth.Of(town, seed, month, before, after), null);
            before = after;
        }
    }

    // Two of three: a declaration of works with its bill; the third a lease with the declaration that carries it.
    private SampledCase At(int place)
    {
        var chance = new Chance(seed, (ulong)place);
        var isLease = chance.Between(0, 2) == 0 && place + 1 < records;
        return isLease ? Lease(chance, place) : Works(chance, place);
    }

    private SampledCase Works(Chance chance, int place)
    {
        var opened = calendar.Of(place);
        return Declared(place, SampledContent.Works(town, chance, place), null, chance, opened);
    }

    private SampledCase Lease(Chance chance, int place)
    {
        var opened = calendar.Of(place);
        var (village, day) = (chance.Of(town.Villages), Shanghai.DayOf(opened));
        var id = AgreementId.Of(Next(village.Code, day.Year, "L"));
        var (declaration, agreement) = SampledContent.Lease(town, chance, id, village, place, day);
        return Declared(place, declaration, agreement, chance, opened);
    }

    private SampledCase Declared(int place, DeclarationContent content, AgreementContent? carried, Chance chance, DateTimeOffset opened)
    {
        var id = new DeclarationId(string.Create(CultureInfo.InvariantCulture, $"s-{place:000000}"));
        var year = Shanghai.DayOf(opened).Year;
        var ordinal = numbers[year] = numbers.GetValueOrDefault(year) + 1;
        var decided = content with { Deliberation = DeliberationId.Of(Next(content.Village!.Value, year, "D")) };
        IReadOnlyList<SampledStream> streams = [.. SampledDeclaration.Approved(town, id, decided, carried, chance, opened, ordinal)];
        return new(carried is null ? 1 : 2, streams, (year, new(ordinal, id, opened)));
    }

    /// <summary>The next number of a village's year.</summary>
    private string Next(VillageCode village, int year, string kind)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"{village}-{year:0000}-{kind}");
        var ordinal = inSeries[series] = inSeries.GetValueOrDefault(series) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{series}-{ordinal:0000}");
    }
}
