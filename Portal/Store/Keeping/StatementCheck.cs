using Transparency.Contracts;
using Transparency.Contracts.Escrow;

namespace Transparency.Portal.Store;

/// <summary>
/// Every statement is added up again from the events beneath it: it balances, opens with the closing before, and its sub-ledger is the bank with what is on its way,
/// or differs by just the difference that it shows.
/// </summary>
internal sealed class StatementCheck
{
    private readonly Dictionary<VillageMonth, Yuan> openings = [];
    private readonly Dictionary<VillageMonth, Yuan> booked = [];
    private readonly Dictionary<VillageMonth, Yuan> bank = [];
    private readonly Dictionary<VillageMonth, StatementSection> closed = [];

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        switch (e.Data)
        {
            case BookOpened x: openings[new(x.Village, x.Month)] = x.Opening; break;
            case BankLinesEntered x: bank[new(x.Account, x.Month)] = x.Closing; break;
            case VouchersBooked x:
                var of = new VillageMonth(x.Village, Month.Parse(StreamKey.IdOf(e.Stream))!.Value);
                booked[of] = x.Vouchers.Aggregate(booked.GetValueOrDefault(of), (sum, v) => sum + v.In - v.Out);
                break;
            case StatementDisclosed x: return Faults(e.Stream, x.Section);
        }
        return [];
    }

    private List<Refusal> Faults(string stream, StatementSection s)
    {
        var (of, faults) = (new VillageMonth(s.Village, s.Month), new List<Refusal>());
        var (@in, @out) = s.Lines.Aggregate((In: Yuan.Zero, Out: Yuan.Zero), (sum, l) => (sum.In + l.In, sum.Out + l.Out));
        if ((@in, @out, s.Opening + @in - @out) != (s.Income, s.Expense, s.Closing)) faults.Add(new("check.statement-unbalanced", stream));
        if (closed.TryGetValue(of.Previous, out var before) ? before.Closing != s.Opening : openings.GetValueOrDefault(of) != s.Opening) faults.Add(new("check.statement-chain", stream));
        var r = s.Reconciliation;
        var trust = r.TrustOpening + booked.GetValueOrDefault(of);
        var onItsWay = r.InTransit.Aggregate(Yuan.Zero, (sum, t) => sum + t.In - t.Out);
        var onTransfer = r.Transfers.Aggregate(Yuan.Zero, (sum, t) => sum + t.In - t.Out);
        if (trust != r.Trust || bank.GetValueOrDefault(of) != r.Bank || r.Bank + onItsWay - r.Difference != r.Trust || r.Trust + onTransfer - r.BookDifference != s.Closing) faults.Add(new("check.statement-bank", stream));
        closed[of] = s;
        return faults;
    }
}
