using CsCheck;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Treasury;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Publishing.Register;
using Transparency.Samples;
using static Transparency.Portal.Tests.Payments.UnderContract;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Payments;

/// <summary>
/// Random vouchers of two villages and of the town, in two months, entered, mended, refused, booked and taken back in any order; most of what is tried is refused. What the public sees
/// of each lot is, line by line, what the books say: a booked voucher that names it, struck through where a booked voucher takes it back.
/// </summary>
public sealed class RandomBooks
{
    private static readonly VillageMonth[] Months = [.. from v in new[] { "04", "09" } from m in new[] { 10, 11 } select new VillageMonth(new(v), new(2026, m))];

    private static readonly Gen<(int Act, int Month, int Number, int Purpose, int Amount)> Step =
        Gen.Select(Gen.Int[0, 13], Gen.Int[0, 3], Gen.Int[1, 6], Gen.Int[0, 4], Gen.Int[1, 6]);

    [Fact]
    public async Task What_is_public_under_a_contract_is_what_the_books_say()
    {
        await using var town = await NewAsync();
        var (paid, struck) = (0, 0);
        // One town goes through all histories: its contracts fill up, and what is taken back makes room again. Some histories take nothing back.
        for (var history = 1; history <= Amount.Of(2, 12) || (struck == 0 && history <= 40); history++)
        {
            await Step.Array[50, 50].SampleAsync(async steps =>
            {
                foreach (var step in steps) await TakeAsync(town, step);
                await ProveAsync(town);
            }, iter: 1, threads: 1, seed: null, print: null);
            var lines = new List<PublicPayment>();
            foreach (var (tender, lot) in Lots) lines.AddRange(await town.PaymentsAsync(tender, lot));
            (paid, struck) = (lines.Count, lines.Count(l => l.Reversal is not null));
        }
        Assert.True(paid > 2 && struck > 0, $"only {paid} payments, {struck} of them struck");
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    private static (string Tender, int Lot)[] Lots => [(Repair, 1), (Repair, 2), (Pump, 1)];

    private static Task<Outcome> TakeAsync(UnderContract town, (int Act, int Month, int Number, int Purpose, int Amount) step)
    {
        var of = Months[step.Month];
        var (clerk, own) = of.Village.Value == "04" ? (Clerk, Repair) : (OtherClerk, Pump);
        var date = $"{of.Month}-{step.Number + 20:00}";
        var (tender, lot, agreement) = step.Purpose switch
        {
            0 => (null, null, null),
            1 => (own, "2", null),
            2 when own == Pump => (own, null, PumpAgreement),
            _ => (own, "1", (string?)null),
        };
        var paper = Paper($"{step.Number}", $"{step.Amount * 1500}", tender, lot, agreement, date);
        return step.Act switch
        {
            0 or 1 or 2 or 3 => town.Life.TryAsync(62, "enter-voucher", $"{of}", clerk, paper),
            4 => town.Life.TryAsync(62, "reword-voucher", $"{of}", clerk, paper),
            5 => town.Life.TryAsync(62, "refuse-voucher", $"{of}", Bookkeeper, new { voucher = $"{step.Number}", reason = "退" }),
            6 or 7 => town.Life.TryAsync(62, "book-vouchers", $"{of}", Bookkeeper),
            8 or 9 => town.Life.TryAsync(62, "reverse-voucher", $"{Months[step.Month | 1]}", clerk, new
            {
                original = $"{of.Month}/{step.Number}", voucher = $"r{step.Month}{step.Number}", date = "2026-11-30", summary = "冲销",
            }),
            10 or 11 => town.Life.TryAsync(62, "enter-treasury-payment", $"{of.Month}", TownClerk, new
            {
                voucher = $"{step.Number}", date, purpose = "工程款", amount = $"{step.Amount * 1500}", payee_kind = "organisation", payee = "甲公司",
                tender = tender ?? "", lot = lot ?? "", agreement = agreement ?? "",
            }),
            12 => SignedAsync(town, of.Month),
            _ => town.Life.TryAsync(62, "reverse-treasury-payment", $"{Months[step.Month | 1].Month}", TownClerk, new
            {
                original = $"{of.Month}/{step.Number}", voucher = $"r{step.Month % 2}{step.Number}", date = "2026-11-30", purpose = "冲回",
            }),
        };
    }

    /// <summary>All that waits of a month, by the two who check and sign.</summary>
    private static async Task<Outcome> SignedAsync(UnderContract town, Month month)
    {
        await using var session = town.Life.Town.Store.QuerySession();
        if (await KeptAsync(session, month) is not { } kept) return new Outcome.Refused(Refusal.NotNow("treasury.nothing-waits", ""));
        var fields = new { hash = TreasurySection.Of(await new RulesInForce().ReadAsync(session), kept).Hash.Value };
        await town.Life.TryAsync(62, "check-treasury", $"{month}", Reviewer, fields);
        return await town.Life.TryAsync(62, "sign-treasury", $"{month}", Samples.SampleOfficers.Approver, fields);
    }

    private static async Task<TreasuryMonth.Kept?> KeptAsync(Marten.IQuerySession session, Month month) =>
        (await Entry.LoadAsync(session, StreamKey.Treasury(month), TreasuryDecider.Law, default)).State as TreasuryMonth.Kept;

    private static async Task ProveAsync(UnderContract town)
    {
        var (expected, agreed) = (new List<string>(), new List<string>());
        await using var session = town.Life.Town.Store.QuerySession();
        var books = new Dictionary<VillageMonth, (IReadOnlyList<Voucher> Vouchers, HashSet<string> Booked)>();
        foreach (var of in Months)
        {
            var book = (await Entry.LoadAsync(session, StreamKey.Book(of), BookDecider.Law, default)).State as Book.Kept;
            var trust = (await Entry.LoadAsync(session, StreamKey.Trust(of.Month), TrustDecider.Law, default)).State.Of(of.Village);
            books[of] = ([.. book?.Entered.Select(e => e.Voucher) ?? []], [.. trust.Booked.Select(b => b.Number)]);
        }
        foreach (var (of, (vouchers, booked)) in books)
        {
            foreach (var v in vouchers.Where(v => v.IsPayment))
            {
                var reversal = (from b in books where b.Key.Village == of.Village from r in b.Value.Vouchers where r.Reverses == new VoucherKey(of.Month, v.Number) && b.Value.Booked.Contains(r.Number) select new VoucherKey(b.Key.Month, r.Number).ToString()).SingleOrDefault();
                if (!booked.Contains(v.Number) && reversal is null) continue;
                if (v.Tender is { } tender) expected.Add($"{tender} {v.Lot ?? 1} {of}/{v.Number} {v.PaidOut} {reversal}");
                if (v.Agreement is not null) agreed.Add($"{of}/{v.Number} {v.PaidOut} {reversal is not null}");
            }
        }
        foreach (var month in Months.Select(of => of.Month).Distinct())
        {
            foreach (var (p, _, isSigned, reversal) in (await KeptAsync(session, month))?.Entries ?? [])
            {
                if (!isSigned || p.Reverses is not null) continue;
                if (p.Tender is { } tender) expected.Add($"{tender} {p.Lot ?? 1} town/{month}/{p.Number} {p.Amount} {reversal}");
                if (p.Agreement is not null) agreed.Add($"town/{month}/{p.Number} {p.Amount} {reversal is not null}");
            }
        }
        var shown = new List<string>();
        foreach (var (tender, lot) in Lots)
            shown.AddRange((await town.PaymentsAsync(tender, lot)).Select(p => $"{tender} {lot} {p.Of}/{p.Voucher} {p.Amount} {p.Reversal}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        var agreement = (Agreement.Registered)(await Entry.LoadAsync(session, StreamKey.Of(new AgreementId(PumpAgreement)), AgreementDecider.Law, default)).State;
        Assert.Equal(agreed.Order(StringComparer.Ordinal), agreement.Payments.All.Where(p => p.IsBooked).Select(p => $"{p.Key} {p.Amount} {p.IsReversed}").Order(StringComparer.Ordinal));
    }
}
