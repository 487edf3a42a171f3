using Transparency.Contracts;
using Transparency.Contracts.Treasury;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Treasury;

/// <summary>
/// What the town says in public that it paid is what was entered, line by line, by one person, checked by another and signed by a third.
/// </summary>
internal sealed class TreasuryLines : IStoreCheck
{
    private readonly Dictionary<(string Stream, string Number), TreasuryPaymentEntered> entered = [];
    private readonly Dictionary<string, PersonId> checkedBy = new(StringComparer.Ordinal);
    private readonly HashSet<(string Stream, string Number)> shown = [];

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        switch (e.Data)
        {
            case TreasuryPaymentEntered x:
                entered[(e.Stream, x.Payment.Number)] = x;
                break;
            case TreasuryPaymentRefused x:
                entered.Remove((e.Stream, x.Number));
                break;
            case TreasuryChecked x:
                checkedBy[e.Stream] = x.By.Person;
                break;
            case TreasuryDisclosed x:
                return Signed(e.Stream, x);
        }
        return [];
    }

    private List<Refusal> Signed(string stream, TreasuryDisclosed x)
    {
        var findings = new List<Refusal>();
        foreach (var line in x.Section.Lines)
        {
            var source = entered.GetValueOrDefault((stream, line.Number));
            if (source is null || TreasuryLine.Of(source.Payment) != line)
                findings.Add(Refusal.Mend(null, "check.treasury-line", stream, line.Number));
            else if (shown.Add((stream, line.Number)) && !AreThree(source.By.Person, checkedBy.GetValueOrDefault(stream), x.By.Person))
                findings.Add(Refusal.Mend(null, "check.treasury-hands", stream, line.Number));
        }
        findings.AddRange(
            from payment in entered
            where payment.Key.Stream == stream && x.Section.Lines.All(l => l.Number != payment.Key.Number)
            select Refusal.Mend(null, "check.treasury-line", stream, payment.Key.Number));
        return findings;
    }

    private static bool AreThree(params PersonId[] hands) => hands.Distinct().Count() == 3;
}
