using System.Security.Cryptography;
using System.Text;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Pages;

/// <summary>A post from a case's page as the act's request. It bears a mark of its own, kept beside the events, by which a button pressed twice is known.</summary>
public static class CaseRequest
{
    private static readonly string[] OfTheForm = [Screen.TokenField, "version", "seen"];

    public static Dictionary<string, string> InputsOf(IFormCollection form) =>
        form.Where(f => !OfTheForm.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.Count > 1 ? string.Join(' ', [.. f.Value]) : f.Value.ToString());

    public static ActRequest Of(Screen here, Act act, string subject, long version, IReadOnlyDictionary<string, string> inputs)
    {
        var fields = FormInputs.FieldsOf(act.Form, inputs);
        string[] parts = [here.Officer!.Id.Value, act.Name, subject, $"{version}", .. fields.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => new[] { f.Key, f.Value })];
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
        return new(act.Name, subject, fields, here.Officer, here.Now, version) { Correlation = mark };
    }

    public static bool IsDone(CaseView file, ActRequest request) => IsDone(file.History, request);

    public static bool IsDone(IReadOnlyList<Happening> history, ActRequest request) => history.Any(h => h.Correlation == request.Correlation);
}
