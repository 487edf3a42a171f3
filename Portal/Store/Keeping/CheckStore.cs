using System.Text.Json;
using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Objections;
using Transparency.Contracts.Publicity;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Months;

namespace Transparency.Portal.Store.Keeping;

/// <summary>Reads everything once, in one snapshot, and names what does not hold together.</summary>
public static class CheckStore
{
    public static async Task<IReadOnlyList<Refusal>> RunAsync(IDocumentStore store, CancellationToken ct = default)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var findings = new List<Refusal>();
        var streams = new Dictionary<string, StreamCheck>();
        var numbers = new NumberCheck();
        var statements = new StatementCheck();
        var registers = Projections.All.ToDictionary(p => p, _ => new Dictionary<string, FreshRow>());
        await foreach (var e in Replay.EventsAsync(connection, ct))
        {
            if (!streams.TryGetValue(e.Stream, out var stream)) streams[e.Stream] = stream = new();
            findings.AddRange(stream.Next(e));
            numbers.Next(e);
            findings.AddRange(statements.Next(e));
            foreach (var (projection, rows) in registers) Replay.Fold(projection, rows, e);
        }
        findings.AddRange(numbers.Findings());
        foreach (var (projection, rows) in registers) findings.AddRange(await CompareAsync(connection, projection, rows, ct));
        return findings;
    }

    private static async Task<List<Refusal>> CompareAsync(NpgsqlConnection connection, Projection projection, Dictionary<string, FreshRow> fresh, CancellationToken ct)
    {
        var (findings, seen) = (new List<Refusal>(), new HashSet<string>());
        await using var command = new NpgsqlCommand($"select id, mt_version, data from {projection.Table} order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetString(0);
            seen.Add(id);
            if (!fresh.TryGetValue(id, out var row) || row.Version != reader.GetInt64(1) || !Same(row.Row, reader.GetFieldValue<byte[]>(2)))
            {
                findings.Add(Refusal.Mend(null, "check.row-differs", projection.Name, id));
            }
        }
        findings.AddRange(fresh.Keys.Where(id => !seen.Contains(id)).Order(StringComparer.Ordinal).Select(id => Refusal.Mend(null, "check.row-missing", projection.Name, id)));
        return findings;
    }

    /// <summary>Both written by the same serializer, since jsonb keeps no order of keys.</summary>
    private static bool Same(object fresh, byte[] stored)
    {
        var read = JsonSerializer.Deserialize(stored, fresh.GetType(), StoreJson.Options);
        return JsonSerializer.SerializeToUtf8Bytes(fresh, fresh.GetType(), StoreJson.Options).AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(read, fresh.GetType(), StoreJson.Options));
    }

    /// <summary>One stream: versions without gaps, every event known and in its place, every hash that of its section.</summary>
    private sealed class StreamCheck
    {
        private long version;
        private object? state;

        public IEnumerable<Refusal> Next(StoredEvent e)
        {
            if (e.Version != ++version) yield return Refusal.Mend(null, "check.version-gap", e.Stream, (int)e.Version);
            if (e.Data is null) yield return Refusal.Mend(null, "check.event-unknown", e.Name, e.Stream);
            if (Moves(e) is false) yield return Refusal.Mend(null, "check.event-out-of-place", e.Name, e.Stream, (int)e.Version);
            if (Hashes(e.Data) is var (said, real) && said != real) yield return Refusal.Mend(null, "check.hash-differs", e.Stream, (int)e.Version);
        }

        /// <summary>False when the law's table has no row for this event in this state.</summary>
        private bool? Moves(StoredEvent e)
        {
            var before = state;
            state = e.Data switch
            {
                DeclarationEvent x => DeclarationDecider.Law.Evolve((Declaration?)state ?? DeclarationDecider.Law.Initial, x),
                DeliberationEvent x => DeliberationDecider.Law.Evolve((Deliberation?)state ?? DeliberationDecider.Law.Initial, x),
                AgreementEvent x => AgreementDecider.Law.Evolve((Agreement?)state ?? AgreementDecider.Law.Initial, x),
                RentEvent x => RentDecider.Law.Evolve((RentYear?)state ?? RentDecider.Law.Initial, x),
                DriveEvent x => DriveDecider.Law.Evolve((Drive?)state ?? DriveDecider.Law.Initial, x),
                CleanUpEvent x => CleanUpDecider.Law.Evolve((CleanUpCase?)state ?? CleanUpDecider.Law.Initial, x),
                TenderEvent x => TenderDecider.Law.Evolve((Tender?)state ?? TenderDecider.Law.Initial, x),
                BidEntered x => BidDecider.Law.Evolve((Bid?)state ?? BidDecider.Law.Initial, x),
                CoalDelivered x => DeliveryDecider.Law.Evolve((Deliveries?)state ?? DeliveryDecider.Law.Initial, x),
                ObjectionEvent x => ObjectionDecider.Law.Evolve((Objection?)state ?? ObjectionDecider.Law.Initial, x),
                PublicityChecked x => PublicityDecider.Law.Evolve((WindowChecks?)state ?? PublicityDecider.Law.Initial, x),
                BookEvent x => BookDecider.Law.Evolve((Book?)state ?? BookDecider.Law.Initial, x),
                TrustEvent x => TrustDecider.Law.Evolve((Trust?)state ?? TrustDecider.Law.Initial, x),
                BankEvent x => BankDecider.Law.Evolve((BankMonth?)state ?? BankDecider.Law.Initial, x),
                BudgetEvent x => BudgetDecider.Law.Evolve((Budget?)state ?? BudgetDecider.Law.Initial, x),
                ReportEvent x => ReportDecider.Law.Evolve((Report?)state ?? ReportDecider.Law.Initial, x),
                InspectionEvent x => InspectionDecider.Law.Evolve((Inspection?)state ?? InspectionDecider.Law.Initial, x),
                StatementEvent x => StatementDecider.Law.Evolve((Statement?)state ?? StatementDecider.Law.Initial, x),
                _ => null,
            };
            return state is null ? null : state is not (Declaration.None or Deliberation.None or Agreement.None or Tender.None or Bid.None or Objection.None or Book.None or BankMonth.None or Statement.None or RentYear.None or Drive.None or CleanUpCase.None or Report.None or Inspection.None) && !ReferenceEquals(before, state);
        }

        private static (ContentHash Said, ContentHash Real)? Hashes(object? e) => e switch
        {
            DeclarationDeclared x => (x.Hash, x.Section.Hash),
            DeclarationReviewPassed x => (x.Hash, x.Section.Hash),
            DeclarationWindowOpened x => (x.Hash, x.Section.Hash),
            DeclarationWordingFixed x => (x.Hash, x.Section.Hash),
            DeclarationRestarted x => (x.Hash, x.Section.Hash),
            AgreementDisclosed x => (x.Hash, x.Section.Hash),
            StatementPrepared x => (x.Hash, x.Section.Hash),
            StatementDisclosed x => (x.Hash, x.Section.Hash),
            RentPrepared x => (x.Hash, x.Section.Hash),
            RentDisclosed x => (x.Hash, x.Section.Hash),
            ReportPrepared x => (x.Hash, x.Section.Hash),
            ReportDisclosed x => (x.Hash, x.Section.Hash),
            InspectionFindingsRecorded x => (x.Hash, x.Result.Hash),
            InspectionResultPublished x => (x.Hash, x.Result.Hash),
            TenderPlanDisclosed x => (x.Hash, x.Section.Hash),
            _ => null,
        };
    }

    /// <summary>Public numbers: per year 1, 2, 3… without a gap, each carried by exactly the declaration that took it.</summary>
    private sealed class NumberCheck
    {
        private readonly Dictionary<(string Year, int Ordinal), string> taken = [];
        private readonly Dictionary<(string Year, int Ordinal), string> carried = [];
        private readonly List<Refusal> findings = [];

        public void Next(StoredEvent e)
        {
            if (e.Data is NumberTaken t)
            {
                if (t.Ordinal != e.Version || !taken.TryAdd((e.Stream, t.Ordinal), StreamKey.Of(t.Declaration))) findings.Add(Refusal.Mend(null, "check.number-gap", e.Stream, t.Ordinal));
            }
            if (e.Data is DeclarationWindowOpened { Round: 1 } x && !carried.TryAdd((StreamKey.Numbers(x.Number.Year), x.Number.Ordinal), e.Stream))
            {
                findings.Add(Refusal.Mend(null, "check.number-twice", x.Number.ToString()));
            }
        }

        public IEnumerable<Refusal> Findings() => findings.Concat(
            taken.Keys.Union(carried.Keys).Where(n => taken.GetValueOrDefault(n) != carried.GetValueOrDefault(n)).Order()
                .Select(n => Refusal.Mend(null, "check.number-differs", n.Year, n.Ordinal)));
    }
}
