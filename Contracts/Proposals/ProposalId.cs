namespace Transparency.Contracts.Proposals;

/// <summary>Key of the stream <c>proposal/{id}</c>; internal, never shown as a number.</summary>
public readonly record struct ProposalId(string Value) : IId<ProposalId>
{
    public static ProposalId Of(string value) => new(value);

    public override string ToString() => Value;
}
