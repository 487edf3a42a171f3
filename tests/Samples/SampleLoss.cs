using System.Security.Cryptography;
using Transparency.Contracts;
using Transparency.Contracts.Losses;
using Transparency.Publishing.Register;

namespace Transparency.Samples;

/// <summary>One declaration whose record was lost after it was public.</summary>
public static class SampleLoss
{
    private const string Folder = "declarations/2025/0090/";

    public static readonly KeptFile Notice = new($"{Folder}notice.json", $"{Folder}notice.json", new(
        new(Convert.ToHexStringLower(SHA256.HashData("{}"u8))), "json", 2, new($"{Folder}notice.json")));

    public static readonly LossOnRegister Row = new(
        "loss/1", 1, new("服务器失窃，最后一次备份早于该记录", "The server was stolen; the last backup is older than this record"),
        [$"{Folder}index.html"], [Notice], new("镇党政办", "Town Party and Government Office"), Shanghai.At(new(2025, 12, 3), new(10, 0)));
}
