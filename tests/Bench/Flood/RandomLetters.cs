using System.Text;
using Transparency.Bench.Sampling;

namespace Transparency.Bench.Flood;

/// <summary>
/// Whatever may be thrown at the public form: sound letters and the same one again, too long, too large, binary, without words, token or notice,
/// for a closed notice, with control characters, scripts or hundreds of fields.
/// </summary>
/// <param name="open">numbers of notices that can be objected to: <c>2026-0012</c></param>
/// <param name="closed">of one that cannot</param>
public sealed class RandomLetters(Chance chance, IReadOnlyList<string> open, string closed)
{
    /// <summary>Stands in every sound letter, so that a leak can be searched for.</summary>
    public const string Mark = "洪水信";

    private static readonly string[] Words =
    [
        "路修好以后谁来养护", "价格偏高", "<script>alert(1)</script>", "' or 1=1 --", "{{7*7}}", "𠮷家桥",
        "请公开会议记录", "=cmd|' /C calc'!A0", "\u202e反过来", "a b\tc", "%00", "&lt;b&gt;",
    ];

    private static readonly string[] OtherTypes =
        ["application/octet-stream", "application/json", "image/png", "multipart/form-data; boundary=x"];

    /// <param name="token">of the form that the sender has before it</param>
    public HttpContent Next(string token)
    {
        var fields = new Dictionary<string, string>
        {
            ["token"] = token,
            ["declaration"] = chance.Of(open),
            ["once"] = $"{chance.Between(0, int.MaxValue - 1):x}",
            ["words"] = Letter(),
            ["name"] = "",
            ["contact"] = "",
            ["website"] = "",
        };
        switch (chance.Between(0, 15))
        {
            case 0: fields["words"] = chance.Between(0, 1) == 0 ? "" : " \n\t　"; break;
            case 1: fields["words"] = new string('长', chance.Between(5_001, 7_000)); break;
            case 2: fields["name"] = new string('名', chance.Between(101, 2_000)); break;
            case 3: fields["words"] = new string('大', chance.Between(22_000, 60_000)); break;
            case 4: return Raw("application/x-www-form-urlencoded", chance.Between(1, 70_000));
            case 5: return Raw(chance.Of(OtherTypes), chance.Between(0, 5_000));
            case 6: fields["token"] = chance.Between(0, 1) == 0 ? "" : token[..^1]; break;
            case 7: fields.Remove(chance.Of(["token", "declaration", "words", "once"])); break;
            case 8: fields["declaration"] = chance.Of([closed, "2026-9999", "../../etc/passwd", "", "2026-0012\u0000", new string('9', 400)]); break;
            case 9: fields["website"] = "http://spam.example"; break;
            case 10: fields["words"] = $"{Letter()}\u0000\u0007\u001b[31m"; break;
            case 11: return Misencoded(token, fields["declaration"]);
            case 12: for (var i = chance.Between(200, 600); i > 0; i--) fields[$"f{i}"] = "x"; break;
            default: break;
        }
        return new FormUrlEncodedContent(fields);
    }

    private StringContent Misencoded(string token, string declaration)
    {
        var words = $"%ED%A0%80%FF{Uri.EscapeDataString(Letter())}%zz";
        var form = $"token={Uri.EscapeDataString(token)}&declaration={declaration}&once=1&words={words}";
        return new(form, Encoding.ASCII, "application/x-www-form-urlencoded");
    }

    private string Letter() => $"{Mark}{chance.Between(0, 500)} {chance.Of(Words)}{(chance.Between(0, 20) == 0 ? new string('字', 4_900) : "")}";

    private ByteArrayContent Raw(string type, int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) bytes[i] = (byte)chance.Between(0, 255);
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
