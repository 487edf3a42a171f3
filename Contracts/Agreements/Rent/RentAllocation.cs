namespace Transparency.Contracts.Agreements.Rent;

/// <summary>
/// Which money is for which instalment: the one that the payer named first, else the oldest that is still open (Civil Code, art. 560).
/// </summary>
internal static class RentAllocation
{
    /// <param name="receipts">by day; together never more than what is due in the year</param>
    public static IReadOnlyList<RentRow> Of(IEnumerable<RentDue> dues, IEnumerable<RentReceipt> receipts, DateOnly asOf)
    {
        var rows = dues.OrderBy(d => d.Day).Select(d => new RentRow(d.Day, d.Amount, Yuan.Zero, null, Yuan.Zero)).ToArray();
        foreach (var receipt in receipts)
        {
            var left = receipt.Amount;
            foreach (var i in Enumerable.Range(0, rows.Length).OrderBy(i => rows[i].Due == receipt.For ? 0 : 1))
            {
                var part = new Yuan(Math.Min(left.Fen, (rows[i].Amount - rows[i].Received).Fen));
                if (part == Yuan.Zero) continue;
                rows[i] = rows[i] with { Received = rows[i].Received + part, On = receipt.On };
                left -= part;
            }
        }
        return [.. rows.Select(r => r.Due < asOf ? r with { Arrears = r.Amount - r.Received } : r)];
    }
}
