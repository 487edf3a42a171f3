using JasperFx;
using Marten.Exceptions;
using Npgsql;
using Transparency.Contracts;

namespace Transparency.Portal.Store;

/// <summary>What an exception of the store means to the one who acts; anything else is a fault of ours and goes on up.</summary>
public static class StoreFault
{
    /// <summary>Somebody else wrote to the same stream first.</summary>
    public static readonly Refusal Conflict = Refusal.Moved("ledger.changed-meanwhile");

    /// <summary>The database does not answer, or cut the connection: whether the act was stored is then unknown.</summary>
    public static readonly Refusal Unreachable = Refusal.Away("store.unreachable");

    public static Refusal? Of(Exception fault)
    {
        for (var e = fault; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case ConcurrencyException or ExistingStreamIdCollisionException or JasperFx.Events.ExistingStreamIdCollisionException:
                    return Conflict;
                case PostgresException db: return OfState(db);
                case NpgsqlException: return Unreachable;
            }
        }
        return null;
    }

    private static Refusal? OfState(PostgresException db) => db.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation when db.ConstraintName is "pkey_mt_streams_id" or "pk_mt_events_stream_and_version" => Conflict,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => Conflict,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections => Unreachable,
        _ => null,
    };
}
