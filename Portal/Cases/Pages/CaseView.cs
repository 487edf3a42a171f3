using System.Text;
using Transparency.Contracts;
using Transparency.Contracts.Readings;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Typesetting;

namespace Transparency.Portal.Cases.Pages;

/// <summary>
/// A value on a page: a <see cref="Text"/>, <see cref="Yuan"/>, day, instant, <see cref="Word"/>, <see cref="Sentence"/> or plain
/// string, perhaps a way to more.
/// </summary>
public sealed record Shown(object? Value, string? Way = null)
{
    /// <summary>How it stands out: quiet or stopped; null for plain.</summary>
    public string? Look { get; init; }

    // Named as an object, or the record's own copying constructor would be meant and call this operator without end.
    public static implicit operator Shown(string? value) => new((object?)value);

    public static implicit operator Shown(Text? value) => new((object?)value);

    public static implicit operator Shown(Yuan value) => new((object)value);

    public static implicit operator Shown(DateOnly value) => new((object)value);

    public static Shown Quietly(object? value) => new(value) { Look = "quiet" };
}

/// <summary>Words with arguments, by code.</summary>
public sealed record Sentence(string Code, params IReadOnlyList<object> With);

/// <param name="Code">of its label</param>
public sealed record Fact(string Code, params IReadOnlyList<Shown> Values);

/// <summary>A table of the page.</summary>
/// <param name="Code">of its heading</param>
/// <param name="Heads">codes of the columns' heads</param>
/// <param name="Signed">part of what a pinned act would sign</param>
public sealed record Sheet(string Code, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<Shown>> Rows, bool Signed = false)
{
    /// <summary>Where it is found from elsewhere on the page, whatever stands before it.</summary>
    public string? Anchor { get; init; }
}

/// <summary>One act that was done.</summary>
/// <param name="Version">that it made in its stream</param>
/// <param name="Correlation">of the request that did it, see <see cref="CaseRequest"/></param>
public sealed record Happening(string Stream, long Version, ISigned Event, string? Correlation)
{
    public Signature By => Event.By;
}

public sealed record Option(string Value, string Words);

/// <summary>An act that the law allows this officer now, or soon.</summary>
/// <param name="Version">of what the act looks at, to be sent back with it</param>
/// <param name="NotYet">what the law still waits for; null when it may be done</param>
public sealed record OfferedAct(Act Act, long Version, Refusal? NotYet = null)
{
    public string Name => Act.Name;

    /// <summary>Tells its form from every other on the page.</summary>
    public string Key => About is var (_, value) ? $"{Name}-{value}" : Name;

    /// <summary>
    /// The one thing that it is about, by field and value, where a case has several: its form stands beside that thing and sends it.
    /// </summary>
    public (string Field, string Value)? About { get; init; }

    /// <summary>Where it is written, when that is a page of its own; null when its form stands here.</summary>
    public string? Page { get; init; }

    /// <summary>Sent with the form and not asked for.</summary>
    public IReadOnlyDictionary<string, string> Hidden { get; init; } = new Dictionary<string, string>();

    /// <summary>By the inputs' names: what stands in the form before anybody types.</summary>
    public IReadOnlyDictionary<string, string> Filled { get; init; } = new Dictionary<string, string>();

    /// <summary>Choices that only the case knows, by field, or by field and column: <c>ranking.bidder</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Option>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<Option>>();

    /// <summary>Codes of hints that only the case knows, by field.</summary>
    public IReadOnlyDictionary<string, string> Hints { get; init; } = new Dictionary<string, string>();

    /// <summary>True where the case asks for the fields that only some do.</summary>
    public bool AsksForMore { get; init; }

    public IReadOnlyList<FormField> Fields => AsksForMore ? [.. Act.Form, .. Act.Sometimes] : Act.Form;

    public bool IsDangerous => Act.IsDangerous;

    /// <summary>Carrying the hash of what the officer sees.</summary>
    public OfferedAct Pinning(ContentHash hash) => this with { Hidden = new Dictionary<string, string> { ["hash"] = hash.Value } };

    /// <summary>Whether a form with these fields is this one's.</summary>
    public bool IsOf(Act act, IReadOnlyDictionary<string, string> fields) =>
        Act == act && (About is not var (field, value) || fields.GetValueOrDefault(field) == value);

    public OfferedAct With(string field, params IReadOnlyList<Option> options) =>
        this with { Choices = new Dictionary<string, IReadOnlyList<Option>>(Choices) { [field] = options } };
}

/// <summary>One thing that the case still lacks.</summary>
/// <param name="Stops">false for what is shown as it is and holds nothing up</param>
/// <param name="Way">to the form or list that resolves it; null where only time does</param>
public sealed record ToDo(Refusal Why, bool Stops, string? Way);

/// <summary>The public page as the act that waits for a signature would leave it, made by the page function of the public tree.</summary>
/// <param name="Rows">of the register, with that act in them; nothing of it is stored</param>
/// <param name="Page">links begin with the absolute address before every path</param>
public sealed record Foreseen(IReadOnlyList<IPublicRow> Rows, Func<SiteModel, Language, byte[]> Page)
{
    public async Task<byte[]> RenderAsync(CaseReader r, SiteSettings site)
    {
        var town = await r.Session.LoadAsync<TownOnRegister>(StreamKey.Town, r.Cancelled) ?? TownOnRegister.Of(StreamKey.Town, r.Rules);
        return Page(new(PublicRegister.Of(town, Rows), r.Here.Today, site), r.Here.Language);
    }
}

/// <summary>One case of any kind, as its page shows it to one officer.</summary>
/// <param name="For">whose it is: <see cref="CaseRoom.FindAsync"/> asks before anything of it is shown</param>
/// <param name="Path">under <c>/office/</c></param>
/// <param name="State">code of its state's words</param>
/// <param name="Colour">of the state: good, waiting or stopped</param>
public sealed record CaseView(Readers For, string Path, Shown Title, string Number, string State, string Colour)
{
    /// <summary>Where its page leads back to, and code of the words; null for the list of its kind.</summary>
    public (string Path, string Code)? Back { get; init; }

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public IReadOnlyList<Sheet> Sheets { get; init; } = [];

    /// <summary>After the tables.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    public IReadOnlyList<Happening> History { get; init; } = [];

    /// <summary>What its page tells of the history; null for all of it.</summary>
    public IReadOnlyList<Happening>? Told { get; init; }

    /// <summary>What of it is looked at on record: letters in their authors' own words.</summary>
    public IReadOnlyList<Reading> OnRecord { get; init; } = [];

    public IReadOnlyList<OfferedAct> Acts { get; init; } = [];

    /// <summary>The sheets of what was signed under a hash, for telling what has moved since; null when it is not known.</summary>
    public Func<string, IReadOnlyList<Sheet>?> Under { get; init; } = _ => null;

    /// <summary>
    /// What reads otherwise now than under a hash that was seen, where that is not told by <see cref="Under"/>; null when it is not known.
    /// </summary>
    public Func<string, IReadOnlyList<Difference>?> Moved { get; init; } = _ => null;

    /// <summary>Path in the tree, once it is public.</summary>
    public string? PublicPath { get; init; }

    /// <summary>Null when nothing waits for a signature.</summary>
    public Foreseen? Foreseen { get; init; }

    /// <summary>Why the page that is asked for cannot be made, where there should be one.</summary>
    public Refusal? Unforeseen { get; init; }

    /// <summary>What is still missing; null where nothing is asked of this kind of case, or no more.</summary>
    public (Sentence Title, IReadOnlyList<ToDo> List)? ToDo { get; init; }

    /// <summary>What is to be known first, under the state.</summary>
    public Sentence? Note { get; init; }

    /// <summary>Characters among what is shown that readers may not see (see <see cref="SheetFonts.DoubtfulIn"/>), each once.</summary>
    public IReadOnlyList<Rune> Doubtful =>
    [
        .. Facts.SelectMany(fact => fact.Values).Concat(Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row)).Prepend(Title)
            .Select(shown => shown.Value switch { Text text => text.Zh + text.En, string words => words, _ => "" })
            .SelectMany(SheetFonts.DoubtfulIn).Distinct(),
    ];

    /// <summary>Code of the words behind which the dangerous acts are folded.</summary>
    public string Dangers { get; init; } = "office.acts.apart";

    /// <summary>
    /// Of the newest act, in milliseconds since 1970; 0 when there is none. Goes with every form, so that what came since can be
    /// marked.
    /// </summary>
    public long LastAct => CaseReader.LastAct(History);

    /// <summary>Nothing has happened yet: what is offered begins it.</summary>
    public bool IsNew => History.Count == 0;

    public bool Exists => !IsNew || Acts.Count > 0;

    /// <summary>
    /// As this officer may see it, null when not at all. Who is none of its own people sees what stands in public, without drafts, notes
    /// and letters, and of its history what the public is told.
    /// </summary>
    public CaseView? ShownTo(Officer officer) =>
        For.IsOwn(officer) ? this
        : !For.Include(officer) ? null
        : this with
        {
            Sections = [.. Sections.Where(section => section.InPublic)], Told = PublicActs.In(History), Note = null, ToDo = null,
            Under = _ => null, Moved = _ => null, OnRecord = [],
        };

    /// <summary>What has moved since an officer saw what this hash stands for; null when nothing has or it is not known.</summary>
    public IReadOnlyList<Difference>? MovedSince(string hash)
    {
        var moved = Moved(hash)
            ?? (Under(hash) is { } before ? Difference.Between(before, [.. Sheets.Where(sheet => sheet.Signed)]) : null);
        return moved is { Count: > 0 } ? moved : null;
    }
}
