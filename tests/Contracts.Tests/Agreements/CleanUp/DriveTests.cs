using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Samples;
using static Transparency.Contracts.Agreements.CleanUp.DriveCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Agreements.CleanUp;

public sealed class DriveTests
{
    private static readonly Begin Opening = new(new("saltpans-2026"), new("盐田合同清理", "Salt-pan contracts looked through"), new("逐份核实盐田合同"), [], TownClerk, Pan.At);

    private static Scenario<Drive, DriveCommand, DriveEvent> None => new(DriveDecider.Law, []);

    [Fact]
    public void Is_opened_for_all_villages_or_for_some_and_closed()
    {
        Assert.Equal([SampleRules.Jiajiahewu, SampleRules.Gudichang], Assert.IsType<DriveOpened>(None.When(Opening).Then()).Villages);
        var some = Assert.IsType<DriveOpened>(None.When(Opening with { Villages = [SampleRules.Gudichang, SampleRules.Gudichang] }).Then());
        Assert.Equal([SampleRules.Gudichang], some.Villages);
        None.And(Opening).When(new Close(TownClerk, Pan.At)).Then();
    }

    [Fact]
    public void Is_refused_by_name()
    {
        None.When(Opening with { By = Reviewer }).Refused("officer.may-not");
        None.When(Opening with { Id = new("Saltpans 2026") }).Refused("drive.id");
        None.When(Opening with { Title = new("") }).Refused("drive.text-missing");
        None.When(Opening with { What = new("坏\u0007") }).Refused("drive.text-missing");
        None.When(Opening with { Villages = [new("77")] }).Refused("village.unknown");
        None.When(new Close(TownClerk, Pan.At)).Refused("drive.unknown");
        None.And(Opening).When(Opening).Refused("drive.known-already");
        None.And(Opening).And(new Close(TownClerk, Pan.At)).When(new Close(TownClerk, Pan.At)).Refused("drive.closed");
    }
}
