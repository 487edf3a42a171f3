using Transparency.Contracts.Escrow.Statements;
using Transparency.Samples;
using static Transparency.Contracts.Escrow.Statements.StatementCommand;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>August's statement of Gudichang, from nothing to a corrected second edition.</summary>
internal static class Summer
{
    public static readonly Scenario<Statement, StatementCommand, StatementEvent> None = new(StatementDecider.Law, []);

    public static readonly Prepare Preparing = new(Ready, NoWords, Bookkeeper, On(1));
    public static readonly Check Checking = new(Ready, Section.Hash, FinanceGroup, On(2));
    public static readonly Sign Signing = new(Ready, Section.Hash, Supervision, On(3));

    public static readonly StatementWords Corrected = new([], [], new("补上合同编号", "The agreement's number was added"));

    public static Scenario<Statement, StatementCommand, StatementEvent> Disclosed => None.And(Preparing).And(Checking).And(Signing);

    public static readonly IReadOnlyDictionary<string, Scenario<Statement, StatementCommand, StatementEvent>> Everywhere = new Dictionary<string, Scenario<Statement, StatementCommand, StatementEvent>>
    {
        ["None"] = None,
        ["Prepared"] = None.And(Preparing),
        ["Returned"] = None.And(Preparing).And(new Return(Ready, new("补附发票"), FinanceGroup, On(2))),
        ["Checked"] = None.And(Preparing).And(Checking),
        ["Disclosed"] = Disclosed.And(new Ask(new("路灯电费为什么涨了？"), FinanceGroup, On(5))),
    };

    public static readonly IReadOnlyDictionary<string, StatementCommand> EveryAct = new Dictionary<string, StatementCommand>
    {
        ["Prepare"] = Preparing with { Words = Corrected },
        ["Return"] = new Return(Ready, new("数字不清"), SampleOfficers.Everyone, On(6)),
        ["Check"] = Checking,
        ["Sign"] = Signing,
        ["Ask"] = new Ask(new("为什么？"), Supervision, On(6)),
        ["Answer"] = new Answer(1, new("新装了 12 盏"), Bookkeeper, On(6)),
    };
}
