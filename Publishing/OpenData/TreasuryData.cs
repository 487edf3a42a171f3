using Transparency.Contracts;
using Transparency.Contracts.Treasury;
using Transparency.Publishing.Notices.Treasury;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.OpenData;

/// <summary>What the town paid as data: a row for every payment, by the year of its month.</summary>
internal static class TreasuryData
{
    private static readonly DataColumn<(SiteModel Site, (TreasuryOnRegister Of, TreasuryLine Line) Row)>[] Columns =
    [
        new("month", new("月份", "Month"), "string", x => x.Row.Of.Month.ToString()),
        new("date", new("日期", "Date"), "date", x => DataKind.Iso(x.Row.Line.On)),
        new("voucher", new("凭证号", "Voucher"), "string", x => x.Row.Line.Number),
        new("purpose", new("用途", "Purpose"), "string", x => x.Row.Line.Purpose.Zh),
        new("payee", new("收款方（公开名称）", "Payee (public name)"), "string", x => x.Row.Line.Payee.Zh),
        new("amount", new("金额（元）", "Amount (yuan)"), "number", x => x.Row.Line.Net.ToString()),
        new("tender", new("招标编号", "Tender"), "string", x => x.Row.Line.Tender?.Value),
        new("lot", new("标段", "Lot"), "integer", x => x.Row.Line.Lot is { } lot ? DataKind.Whole(lot) : null),
        new("agreement", new("合同编号", "Agreement"), "string", x => x.Row.Line.Agreement?.Value),
        new("declaration", new("公示文号", "Declaration"), "string", x => x.Row.Line.Declaration?.ToString()),
        new("reverses", new("冲回的凭证", "Takes back"), "string", x => x.Row.Line.Reverses?.ToString()),
        new("taken_back", new("被冲回", "Taken back by"), "string",
            x => x.Row.Of.BackOf(x.Row.Line.Number)?.ToString()),
        new("signed", new("签发公开日期", "Signed"), "date", x => DataKind.Iso(Shanghai.DayOf(x.Row.Of.Current.At))),
        new("check_code", new("校验码", "Check code"), "string", x => TreasuryNotice.CheckCodeOf(x.Row.Of.Current)),
        new("address", new("网址", "Address"), "string",
            x => $"{x.Site.Settings.PublicAddress}/{SiteMap.TreasuryFolder(x.Row.Of.Month)}"),
    ];

    public static DataKind Payments { get; } = DataKind.Lines<TreasuryOnRegister, (TreasuryOnRegister, TreasuryLine)>(
        "treasury", Columns, year => Slices.KindYear(CaseKind.Treasury, year),
        rows => rows.OrderBy(t => t.Month).SelectMany(t => t.Section.Lines.Select(line => (t, line))));
}
