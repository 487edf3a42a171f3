using System.Security.Cryptography;
using System.Text;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Pages;

/// <summary>
/// A post from a case's page as the act's request. It bears a mark of its own, kept beside the events, by which a button pressed twice is
/// known: the same officer sends the same words about the same version. Other words are another request, and stale.
/// </summary>
public static class CaseRequest
{
    private static readonly string[] OfTheForm = [Screen.TokenField, "version", "seen"];

    public static Dictionary<string, string> InputsOf(IFormCollection form) =>
        form.Where(f => !OfTheForm.Contains(f.Key))
            .ToDictionary(f => f.Key, f => f.Value.Count > 1 ? string.Join(' ', [.. f.Value]) : f.Value.ToString());

    public static ActRequest Of(Screen here, Act act, string subject, long version, IReadOnlyDictionary<string, string> inputs) =>
        Of(here, act.Name, subject, version, FormInputs.FieldsOf(act.Form, inputs));

    /// <summary>For pages of another make, whose inputs are the act's fields already.</summary>
    public static ActRequest Of(Screen here, string act, string subject, long version, IReadOnlyDictionary<string, string> fields)
    {
        var given = fields.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => new[] { f.Key, f.Value });
        string[] parts = [here.Officer!.Id.Value, act, subject, $"{version}", .. given];
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
        return new(act, subject, fields, here.Officer, here.Now, version) { Correlation = mark };
    }

    public static bool IsDone(CaseView file, ActRequest request) => IsDone(file.History, request);

    public static bool IsDone(IReadOnlyList<Happening> history, ActRequest request) =>
        history.Any(h => h.Correlation == request.Correlation);
}
