using JasperFx.Events;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;
using DbDataReader = System.Data.Common.DbDataReader;

namespace Transparency.Portal.Store;

/// <summary>
/// Triggers that stop every change of what has happened, archiving too (an archived stream vanishes from rebuilds).
/// They prevent accidents; a database administrator can still switch them off, which then shows as drift.
/// </summary>
public sealed class AppendOnly(string schema) : FeatureSchemaBase("append_only", new PostgresqlMigrator())
{
    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent)];

    protected override IEnumerable<ISchemaObject> schemaObjects() => [new Triggers(schema)];

    private sealed class Triggers(string schema) : ISchemaObject
    {
        public DbObjectName Identifier { get; } =
            new PostgresqlObjectName(schema, "events_are_append_only", SchemaUtils.IdentifierUsage.General);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine($"""
            create or replace function {schema}.events_are_append_only() returns trigger language plpgsql as
            $body$ begin raise exception 'events are append-only' using errcode = 'restrict_violation'; end $body$;
            create or replace trigger append_only_row before update or delete on {schema}.mt_events
              for each row execute function {schema}.events_are_append_only();
            create or replace trigger append_only_table before truncate on {schema}.mt_events
              for each statement execute function {schema}.events_are_append_only();
            alter table {schema}.mt_events enable trigger append_only_row, enable trigger append_only_table;
            """);

        public void WriteDropStatement(Migrator migrator, TextWriter writer) =>
            writer.WriteLine($"drop function if exists {schema}.events_are_append_only() cascade;");

        // 27 = row, before, update and delete; 34 = statement, before, truncate; 'O' = enabled.
        public void ConfigureQueryCommand(DbCommandBuilder builder) => builder.Append($"""
            select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_proc p on p.oid = t.tgfoid
            where n.nspname = '{schema}' and c.relname = 'mt_events' and p.proname = 'events_are_append_only' and t.tgenabled = 'O'
              and (t.tgname, t.tgtype::int) in (('append_only_row', 27), ('append_only_table', 34));
            """);

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default)
        {
            var found = await reader.ReadAsync(ct) ? await reader.GetFieldValueAsync<long>(0, ct) : 0;
            return new SchemaObjectDelta(this, found == 2 ? SchemaPatchDifference.None : SchemaPatchDifference.Create);
        }
    }
}
