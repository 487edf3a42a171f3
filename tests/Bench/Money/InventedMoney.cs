using System.Globalization;
using Transparency.Bench.Sampling;
using Transparency.Contracts;

namespace Transparency.Bench.Money;

/// <summary>One payment as its paper says it.</summary>
/// <param name="PayeeKind">as the column of the voucher file takes it</param>
internal sealed record Paper(VillageCode Village, DateOnly On, string Number, Text Summary, string Item, Yuan In, Yuan Out, string PayeeKind, Text Payee);

/// <summary>The same payment as the bank tells it, on its own day and with the balance after it.</summary>
internal sealed record BankTold(Paper Of, DateOnly On, Yuan Balance);

/// <summary>
/// One village's invented payments, month after month: money comes in before it goes out, and the bank carries out some of a month's
/// last payments in the next.
/// </summary>
internal sealed class InventedMoney(SampleWords words, ulong seed, VillageCode village)
{
    /// <summary>With which the first month begins, in book and bank alike.</summary>
    public static readonly Yuan Opening = new(420_000_00);

    private static readonly Yuan Least = new(60_000_00);

    private static readonly string[] Received = ["50101", "50102", "50103", "50301", "50104"];
    private static readonly string[] Paid = ["51102", "15301", "51401", "51402", "51403", "51302", "51303", "51304"];
    private static readonly string[] ToPersons = ["51101", "51301", "51404"];

    private Yuan book = Opening;
    private Yuan bank = Opening;
    private List<Paper> waiting = [];

    /// <param name="count">payments; at least 1</param>
    public (IReadOnlyList<Paper> Vouchers, IReadOnlyList<BankTold> Bank) Next(Month month, int count)
    {
        var chance = new Chance(seed, (ulong)(month.Number * 100 + int.Parse(village.Value, CultureInfo.InvariantCulture)));
        var days = Enumerable.Range(0, count).Select(_ => chance.Between(0, month.Last.Day - 1)).Order().ToList();
        List<Paper> vouchers = [.. days.Select((day, i) => PaperOf(chance, month.First.AddDays(day), i + 1))];
        // The first is never late, so that no month of the bank is empty.
        var late = vouchers.Skip(1).Where(v => v.On == month.Last).ToList();
        List<BankTold> told = [.. waiting.Select(paper => Told(paper, month.First)), .. vouchers.Except(late).Select(paper => Told(paper, paper.On))];
        waiting = late;
        return (vouchers, told);
    }

    private Paper PaperOf(Chance chance, DateOnly on, int place)
    {
        var isReceived = place % 5 == 1 || book < Least;
        var paper = isReceived ? ReceivedOn(chance, on, place) : PaidOn(chance, on, place);
        book += paper.In - paper.Out;
        return paper;
    }

    private Paper ReceivedOn(Chance chance, DateOnly on, int place)
    {
        var purpose = chance.Of(words["purpose"]);
        return new(
            village, on, NumberOf(place), new($"承包费（{purpose.Zh}）", $"Rent ({purpose.En})"), chance.Of(Received),
            new(chance.Between(200, 3_000) * 10_00L), Yuan.Zero, "organisation", chance.Of(words["company"]));
    }

    private Paper PaidOn(Chance chance, DateOnly on, int place)
    {
        var amount = new Yuan(chance.Between(80, 7_900) * 100L + chance.Between(0, 99));
        if (place % 6 == 0)
        {
            var person = new Text($"样本{(char)('甲' + place % 3)}");
            return new(
                village, on, NumberOf(place), new("付劳务与补助", "Labour and relief"), chance.Of(ToPersons), Yuan.Zero, amount, "person", person);
        }
        var item = chance.Of(words["item"]);
        return new(
            village, on, NumberOf(place), new($"付{item.Zh}", $"Paid: {item.En}"), chance.Of(Paid),
            Yuan.Zero, amount, "organisation", chance.Of(words["company"]));
    }

    private BankTold Told(Paper paper, DateOnly on) => new(paper, on, bank += paper.In - paper.Out);

    private static string NumberOf(int place) => place.ToString("0000", CultureInfo.InvariantCulture);
}
