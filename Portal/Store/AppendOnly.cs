using JasperFx.Events;
using Transparency.Portal.Store.Documents;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;
using DbDataReader = System.Data.Common.DbDataReader;

namespace Transparency.Portal.Store;

/// <summary>
/// Triggers that stop every change of what has happened, archiving too (an archived stream vanishes from rebuilds), and of what was
/// published. They are made with their tables. Once anything has happened they are only looked at: a guard found off is an alarm and not
/// put back by a start, which would wipe out that it had been off.
/// </summary>
public sealed class AppendOnly() : FeatureSchemaBase("append_only", new PostgresqlMigrator())
{
    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent), typeof(ShelvedNotice)];

    protected override IEnumerable<ISchemaObject> schemaObjects() => Guard.All.Select(guard => new Triggers(guard));

    private sealed class Triggers(Guard guard) : ISchemaObject
    {
        public DbObjectName Identifier { get; } = new PostgresqlObjectName(guard.Schema, guard.Name, SchemaUtils.IdentifierUsage.General);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine(guard.Creation);

        public void WriteDropStatement(Migrator migrator, TextWriter writer) =>
            writer.WriteLine($"drop function if exists {guard.Schema}.{guard.Name}() cascade;");

        public void ConfigureQueryCommand(DbCommandBuilder builder) => builder.Append($"""
            select to_regclass('{guard.Schema}.{guard.Table}') is not null
              and coalesce(pg_relation_size(to_regclass('{MartenSetup.Ledger}.mt_events')), 0) > 0
              or (select count(*) from ({guard.Standing}) standing) = 2;
            """);

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) && await reader.GetFieldValueAsync<bool>(0, ct)
                ? SchemaPatchDifference.None : SchemaPatchDifference.Create);
    }
}
