using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Town;
using Transparency.Portal.Verbs.CommandLine;
using Transparency.Publishing.Notices;

namespace Transparency.Portal.Verbs;

/// <summary><c>deadline RULE DATE [--village CODE]</c>: by the files of the town's folder, without a store.</summary>
public static class CountDeadline
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task<int> RunAsync(Invocation call)
    {
        var village = call.Arguments["--village"] is { } code
            ? VillageCode.Parse(code) ?? throw new UnusableArguments()
            : (VillageCode?)null;
        if (Fields.Day(call.Words[1]) is not { } start) throw new UnusableArguments();
        var today = Shanghai.DayOf(new PortalClock(TimeProvider.System, call.Settings.Today).GetUtcNow());
        if (Days.FaultIn(start, today) is { } outside) return Task.FromResult(call.Refuse(outside));
        var (town, faults) = ReadTownFolder.Read(call.Settings.TownFolder ?? ReadTownFolder.Default);
        if (town is null) throw new CannotRun(faults[0]);
        return Task.FromResult(new DeadlineRules(town.Rules)
            .Count(call.Words[0].ToUpperInvariant(), start, village, HolidayTable.Of(town.Holidays)) switch
        {
            Result<Deadline>.Of(var counted) => Say(call, counted),
            Result<Deadline>.Refused no => call.Refuse(no.Why),
            _ => throw new InvalidOperationException("a deadline is one or refused"),
        });
    }

    private static int Say(Invocation call, Deadline d)
    {
        call.Out.WriteLine(JsonSerializer.Serialize(new
        {
            rule = d.Rule.Code,
            start = Iso(d.Trigger),
            last = Iso(d.Last),
            zh = DeadlineWords.Explain(Language.Zh, d),
            en = DeadlineWords.Explain(Language.En, d),
        }, Plain));
        return Invocation.Done;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
