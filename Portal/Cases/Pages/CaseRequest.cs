using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Pages;

/// <summary>
/// A post from a case's page as the act's request. It bears a mark of its own, kept beside the events, by which a button pressed twice is
/// known: the same officer sends the same words about the same version. Other words are another request, and stale.
/// </summary>
public static class CaseRequest
{
    private static readonly string[] OfTheForm = [Screen.TokenField, "version", "seen"];

    /// <summary>Of what the form shows, as its page was made; null when the form cannot be read.</summary>
    public static long? VersionIn(IFormCollection form) => Count(form["version"]);

    /// <summary>The newest act that the officer had seen, as <see cref="CaseView.LastAct"/>.</summary>
    public static long SeenIn(IFormCollection form) => Count(form["seen"]) ?? long.MaxValue;

    /// <summary>A whole number of a form or an address.</summary>
    public static long? Count(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

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

    /// <summary>Does what is asked for, unless it is done already.</summary>
    /// <param name="before">what had happened when the post came</param>
    /// <param name="afterAsync">what has happened by now; asked for only after a refusal</param>
    /// <returns>null when it is done, by this press of the button or by another</returns>
    public static async Task<Refusal?> DoAsync(
        Ledger ledger, Act act, ActRequest request, IReadOnlyList<Happening> before, Func<Task<IReadOnlyList<Happening>>> afterAsync,
        CancellationToken ct)
    {
        bool IsDone(IReadOnlyList<Happening> history) => history.Any(h => h.Correlation == request.Correlation);
        if (IsDone(before) || await act.RunAsync(ledger, request, ct) is not Outcome.Refused { Why: var why }) return null;
        // Two presses at once: the other one was faster.
        return IsDone(await afterAsync()) ? null : why;
    }

    /// <summary>A refusal as the form's page says it, with the way to what came meanwhile.</summary>
    /// <param name="path">of the case, under <c>/office/</c></param>
    /// <param name="field">the input at which it is to be mended, or null</param>
    public static Fault FaultOf(Refusal why, string path, long seen, string? field) =>
        new(why, field, why == StoreFault.Conflict ? $"/office/{path}?seen={seen}#history" : null);
}
