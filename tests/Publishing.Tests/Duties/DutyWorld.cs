using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Duties;

/// <summary>Two villages that owe statements, reports and rent, on any day; whatever is published goes through the very folds of the portal.</summary>
internal sealed class DutyWorld
{
    public static readonly VillageCode One = SampleRules.Jiajiahewu;
    public static readonly VillageCode Other = SampleRules.Gudichang;

    private static readonly SiteSettings Settings = new("http://127.0.0.1:8080", [Language.Zh, Language.En]);

    private readonly Dictionary<string, int> editions = [];

    public SampleHistory History { get; } = new();

    public SiteModel On(DateOnly day) => new(History.Register, day, Settings);

    public void Report(VillageCode village, string period, DateOnly on, bool nothing = false)
    {
        var of = new ReportKey("grants", village, Period.Parse(period)!.Value);
        var edition = Edition($"{of}");
        var section = ReportSection.From(SampleRules.Grants, SampleRules.Book.Villages[village], SampleRules.Book.Town.Name, of.Period, new(nothing, nothing ? new("") : new($"第{edition}版"), edition > 1 ? new("改") : null));
        History.Happened(of, new ReportDisclosed(edition, section, section.Hash, new(on, new("村委会")), By(on)));
    }

    /// <summary>The newest edition, when there is one that never was.</summary>
    public void Posted(VillageCode village, string period, DateOnly on)
    {
        var of = new ReportKey("grants", village, Period.Parse(period)!.Value);
        if (editions.GetValueOrDefault($"{of}") is > 0 and var edition && editions.TryAdd($"{of}#{edition}", 1))
            History.Happened(of, new ReportPosted(edition, SampleTown.Counted(SampleRules.Book.Deadlines.InForce(ReportDecider.BoardRule, on)!, on), By(on)));
    }

    public void Statement(VillageCode village, string month, DateOnly on)
    {
        var of = new VillageMonth(village, Month.Parse(month)!.Value);
        var section = SampleStatements.August.Section with { Village = village, VillageName = SampleRules.Book.Villages[village].Name, Month = of.Month };
        History.Happened(of, new StatementDisclosed(Edition($"{of}"), section, section.Hash, new(on, new("会计")), new(on, new("理财小组")), By(on)));
    }

    public void Lease(string id, DateOnly on, AgreementKind kind = AgreementKind.Lease)
    {
        var section = SampleAgreements.SaltpanSection with { Id = new(id), Kind = kind, Start = new(2020, 1, 1), End = new(2030, 12, 31) };
        History.Happened(section.Id, new AgreementDisclosed(new("d1"), "央政公示〔2026〕1号", section, section.Hash, By(on)));
    }

    public void Rent(string id, int year, DateOnly asOf)
    {
        var section = new RentSection(new(id), year, asOf, [new(new(year, 7, 31), new(10_000), new(4_000), null, new(6_000))], []);
        History.Happened(section.Agreement, year, new RentDisclosed(Edition($"{id}/{year}"), section, section.Hash, new(asOf, new("会计")), new(asOf, new("理财小组")), By(asOf)));
    }

    private int Edition(string of) => editions[of] = editions.GetValueOrDefault(of) + 1;

    private static Signature By(DateOnly on) => SampleOfficers.Supervision.Sign(Shanghai.At(on, new(9, 0)));
}
