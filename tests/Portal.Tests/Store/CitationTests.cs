using Transparency.Contracts.Deadlines;
using Transparency.Portal.Town;

namespace Transparency.Portal.Tests.Store;

/// <summary>I36: the Organic Law is cited by the numbers that were in force on the day: new ones from 1 January 2026 (law-2026, section 1a).</summary>
public sealed class CitationTests
{
    private static readonly TownFolder Shipped = ReadTownFolder.Read(ReadTownFolder.Default).Town!;

    [Theory]
    [InlineData("MEETING_NOTICE", "2025-12-31", "《村民委员会组织法》第21条", "Organic Law of Villagers' Committees, art. 21")]
    [InlineData("MEETING_NOTICE", "2026-01-01", "《村民委员会组织法》第25条", "Organic Law of Villagers' Committees, art. 25")]
    [InlineData("REPORT_DUE", "2025-12-31", "《村民委员会组织法》第30条", "Organic Law of Villagers' Committees, art. 30")]
    [InlineData("REPORT_DUE", "2026-01-01", "《村民委员会组织法》第35条", "Organic Law of Villagers' Committees, art. 35")]
    [InlineData("BOARD_POSTING", "2025-12-31", null, null)]
    [InlineData("BOARD_POSTING", "2026-01-01", "《村民委员会组织法》第35条第4款", "Organic Law of Villagers' Committees, art. 35 para. 4")]
    [InlineData("STATEMENT_DUE", "2025-12-31", "《山东省村务公开条例》第12条", "Shandong Regulations on the Openness of Village Affairs, art. 12")]
    [InlineData("STATEMENT_DUE", "2026-01-01", "《山东省村务公开条例》第12条", "Shandong Regulations on the Openness of Village Affairs, art. 12")]
    public void A_rule_names_the_article_of_its_day(string code, string day, string? zh, string? en)
    {
        var law = new DeadlineRules(Shipped.Rules).InForce(code, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Law;
        Assert.Equal((zh, en), (law?.Zh.Split('；')[0], law?.En!.Split(';')[0]));
    }

    /// <summary>Every rule that ships, with its law on the last day before the new numbers and on the first of them.</summary>
    private const string RulesAndTheirLaws = """
        AGENDA_NOTICE: 山东省实施村民委员会组织法的地方性法规（村民代表会议议题）
        ANNUAL_DUE: 《农村集体经济组织法》第46条；本镇规定年后三个月内
        BIDS_QUOTATION: 本镇招标采购分档规定
        BIDS_TENDER: 本镇招标采购分档规定
        BOARD_POSTING: — → 《村民委员会组织法》第35条第4款
        CANDIDATES: 《招标投标法实施条例》第54条
        CASH_IN: 本镇代管资金规定
        CLARIFICATION: 《招标投标法》第23条
        CLARIFICATION_TOWN: 本镇招标采购分档规定
        DECISION_LAPSE: 本镇重大事项公示申报制度
        MEETING_NOTICE: 《村民委员会组织法》第21条 → 《村民委员会组织法》第25条
        OBJECTION_ANSWER: 《镇重大事项公示申报制度》第8条
        PETITION_HANDLING: 《信访工作条例》第34条
        PETITION_NOTICE: 《信访工作条例》第23条
        PROPOSAL_ANSWER: 本镇群众建议办理规定
        PUBLICITY_DEFAULT: 《镇重大事项公示申报制度》第6条
        PUBLICITY_LONG: 《镇重大事项公示申报制度》第6条
        PUBLICITY_SHORT: 《镇重大事项公示申报制度》第6条
        RENT_DUE: 《农村集体经济组织法》第45条；本镇规定次年1月25日前
        REPORT_DUE: 《村民委员会组织法》第30条；本镇规定次月20日前 → 《村民委员会组织法》第35条；本镇规定次月20日前
        STATEMENT_DUE: 《山东省村务公开条例》第12条；本镇规定每月10日前
        STEP_SPACING: 本镇四议两公开规定
        TENDER_PERIOD: 《招标投标法》第24条
        WORK_PAY_DUE: 《农村集体经济组织财务公开规定》；本镇规定次月25日前
        """;

    [Fact]
    public void Every_rule_that_ships_names_these_sources()
    {
        var rules = new DeadlineRules(Shipped.Rules);
        string On(string code, int year, int month, int day) => rules.InForce(code, new(year, month, day))?.Law.Zh ?? "—";
        var told = from code in Shipped.Rules.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal)
                   let before = On(code, 2025, 12, 31)
                   let since = On(code, 2026, 1, 1)
                   select before == since ? $"{code}: {since}" : $"{code}: {before} → {since}";
        Assert.Equal(RulesAndTheirLaws, string.Join('\n', told));
        Assert.All(Shipped.Rules, r => Assert.Equal(r.Law.Zh.Contains('第'), r.Law.En!.Contains("art.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("decisions", "《村民委员会组织法》第35条第1项", "art. 35 (1)")]
    [InlineData("grants", "《村民委员会组织法》第35条第2项", "art. 35 (2)")]
    [InlineData("government-work", "《村民委员会组织法》第35条第3项", "art. 35 (3)")]
    [InlineData("consultation", "《村民委员会组织法》第35条第4项", "art. 35 (4)")]
    [InlineData("escrow-statement", "《山东省村务公开条例》第12条", "art. 12")]
    [InlineData("rent", "《农村集体经济组织法》第45条", "art. 45")]
    [InlineData("annual-accounts", "《农村集体经济组织法》第46条", "art. 46")]
    public void An_obligation_names_its_article(string code, string zh, string en)
    {
        var owed = Shipped.Obligations.Single(o => o.Code == code);
        Assert.Equal(zh, owed.Law.Zh);
        Assert.EndsWith(en, owed.Law.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decision-missing", "《村民委员会组织法》第28条（2025年底前为第24条）；《农村集体经济组织法》第26条")]
    [InlineData("statement-late", "《山东省村务公开条例》第12条")]
    public void A_finding_names_its_article(string code, string zh) => Assert.Equal(zh, Shipped.Findings.Single(f => f.Code == code).Law.Zh);

    /// <summary>The rules of 2012 have been changed since, and nobody has the new numbers (law-2026, section 6).</summary>
    [Fact]
    public void Nothing_of_these_tables_cites_the_superseded_rules_of_Shandong_or_a_row_of_today_by_an_old_number()
    {
        var laws = Shipped.Rules.Select(r => r.Law).Concat(Shipped.Obligations.Select(o => o.Law)).Concat(Shipped.Findings.Select(f => f.Law)).Concat(Shipped.Limits.Select(l => l.Law));
        Assert.DoesNotContain(laws, l => l.Zh.Contains("〉办法》", StringComparison.Ordinal));
        Assert.All(Shipped.Rules.Where(r => r.InForceUntil is null && r.Law.Zh.Contains("《村民委员会组织法》", StringComparison.Ordinal)), r => Assert.NotNull(r.InForceFrom));
        Assert.All(Shipped.Obligations.Where(o => o.Law.Zh.Contains("《村民委员会组织法》", StringComparison.Ordinal)), o => Assert.True(o.InForceFrom >= new DateOnly(2026, 1, 1)));
    }
}
