namespace Transparency.Portal.Cases.Acts;

/// <summary>One series of public numbers, counted a year at a time by a stream of its own: <c>{folder}/{year}/{ordinal}/</c>.</summary>
/// <param name="Folder">in which its cases stand</param>
/// <param name="Stream">key of the stream that counts a year; its version is the last number taken</param>
/// <param name="Lost">the event by which a number is used up without a case</param>
public sealed record NumberSeries(string Folder, Func<int, string> Stream, Func<int, DateTimeOffset, object> Lost);
