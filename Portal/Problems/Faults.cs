using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Transparency.Contracts;

namespace Transparency.Portal.Problems;

/// <summary>Which sentence a person reads for what the surroundings threw.</summary>
public static class Faults
{
    private const int NoSpaceLeft = 28;
    private const int ReadOnlyFileSystem = 30;

    /// <summary>Null when nobody foresaw it: then it is a fault of the program and belongs in the log.</summary>
    public static Refusal? Named(Exception fault) => Chain(fault).Select(Of).FirstOrDefault(why => why is not null);

    private static Refusal? Of(Exception e) => e switch
    {
        CannotRun no => no.Why,
        AddressInUseException => Refusal.Mend(null, "serve.address-in-use"),
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => Refusal.Mend(null, "serve.address-in-use"),
        SocketException { SocketErrorCode: SocketError.AccessDenied } => Refusal.Mend(null, "serve.address-denied"),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => Refusal.Mend(null, "serve.address-unknown"),
        PostgresException no => Refusal.Mend(null, "store.refuses", no.MessageText),
        NpgsqlException => Refusal.Away("store.unreachable"),
        UnauthorizedAccessException no => Refusal.Mend(null, "folder.denied", PathIn(no.Message)),
        DirectoryNotFoundException or FileNotFoundException => Refusal.Mend(null, "folder.denied", PathIn(e.Message)),
        IOException no when (no.HResult & 0xffff) == ReadOnlyFileSystem => Refusal.Mend(null, "folder.denied", PathIn(no.Message)),
        IOException no when (no.HResult & 0xffff) == NoSpaceLeft => Refusal.Mend(null, "folder.full"),
        _ => null,
    };

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var e = fault is AggregateException { InnerExceptions: [var only] } ? only : fault; e is not null; e = e.InnerException)
            yield return e;
    }

    /// <summary>The runtime names the path between apostrophes.</summary>
    private static string PathIn(string message) => message.Split('\'') is [_, var path, ..] ? path : message;
}
