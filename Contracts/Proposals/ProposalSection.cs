using Transparency.Contracts.Deadlines;

namespace Transparency.Contracts.Proposals;

/// <summary>What the public shall see of a proposal as it was admitted; the second person signs its hash.</summary>
/// <param name="Village">with its name; both null for the town as a whole</param>
/// <param name="Law">of the matter's row</param>
/// <param name="Received">day on which it arrived, local</param>
/// <param name="Admitted">day from which the answer's clock runs</param>
/// <param name="AnswerDue">last day for the answer, to 24:00</param>
/// <param name="Title">the town's words, as <paramref name="Body"/></param>
/// <param name="Author">masked; null unless its author agreed and gave a name</param>
public sealed record ProposalSection(
    ProposalNumber Number, VillageCode? Village, Text? VillageName, Text Town, string Law,
    DateOnly Received, DateOnly Admitted, DateOnly AnswerDue, Text Title, Text Body, PublicName? Author)
{
    public ContentHash Hash => ContentHash.Over(Canonical());

    /// <summary>As <see cref="CanonicalJson"/> says; what is hashed.</summary>
    public byte[] Canonical() => CanonicalJson.Bytes(w => ProposalJson.Write(w, this));

    /// <param name="author">the whole name, or null</param>
    public static ProposalSection Of(
        RuleBook rules, ProposalFile file, ProposalNumber number, Deadline answerDue, ProposalWords words, string? author)
    {
        var villageName = file.Village is { } village ? rules.Villages[village].Name : null;
        var named = file.MayBeNamed && author is not null && !new Text(author).IsEmpty;
        return new(
            number, file.Village, villageName, rules.Town.Name, rules.Matters[ProposalDecider.Matter].Law,
            Shanghai.DayOf(file.At), answerDue.Trigger, answerDue.Last, words.Title, words.Body,
            named ? PublicName.Of(PartyKind.Person, author!.Trim()) : null);
    }
}
