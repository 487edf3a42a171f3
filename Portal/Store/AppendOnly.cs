using JasperFx.Events;
using Transparency.Portal.Store.Documents;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;
using DbDataReader = System.Data.Common.DbDataReader;

namespace Transparency.Portal.Store;

/// <summary>
/// Triggers that stop every change of what has happened, archiving too (an archived stream vanishes from rebuilds), and of what was
/// published. They prevent accidents; a database administrator can still switch them off, which then shows as drift.
/// </summary>
public sealed class AppendOnly() : FeatureSchemaBase("append_only", new PostgresqlMigrator())
{
    /// <summary>A setting of one transaction: while it is on, what was published of suppressed editions may leave.</summary>
    public const string Leaving = "sunshine.suppression";

    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent), typeof(ShelvedNotice)];

    protected override IEnumerable<ISchemaObject> schemaObjects() =>
    [
        new Triggers(MartenSetup.Ledger, "mt_events", "events_are_append_only", leave: false),
        new Triggers(MartenSetup.Portal, $"mt_doc_{nameof(ShelvedNotice)}".ToLowerInvariant(), "notices_are_append_only", leave: true),
    ];

    private sealed class Triggers(string schema, string table, string name, bool leave) : ISchemaObject
    {
        public DbObjectName Identifier { get; } = new PostgresqlObjectName(schema, name, SchemaUtils.IdentifierUsage.General);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine($"""
            create or replace function {schema}.{name}() returns trigger language plpgsql as $body$ begin
            {(leave ? $"if tg_op = 'DELETE' and current_setting('{Leaving}', true) = 'on' then return old; end if;" : "")}
            raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $body$;
            create or replace trigger append_only_row before update or delete on {schema}.{table}
              for each row execute function {schema}.{name}();
            create or replace trigger append_only_table before truncate on {schema}.{table}
              for each statement execute function {schema}.{name}();
            alter table {schema}.{table} enable trigger append_only_row, enable trigger append_only_table;
            """);

        public void WriteDropStatement(Migrator migrator, TextWriter writer) =>
            writer.WriteLine($"drop function if exists {schema}.{name}() cascade;");

        // 27 = row, before, update and delete; 34 = statement, before, truncate; 'O' = enabled.
        public void ConfigureQueryCommand(DbCommandBuilder builder) => builder.Append($"""
            select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_proc p on p.oid = t.tgfoid
            where n.nspname = '{schema}' and c.relname = '{table}' and p.proname = '{name}' and t.tgenabled = 'O'
              and (t.tgname, t.tgtype::int) in (('append_only_row', 27), ('append_only_table', 34));
            """);

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default)
        {
            var found = await reader.ReadAsync(ct) ? await reader.GetFieldValueAsync<long>(0, ct) : 0;
            return new SchemaObjectDelta(this, found == 2 ? SchemaPatchDifference.None : SchemaPatchDifference.Create);
        }
    }
}
