using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>The acts on a whole drive, and when its page offers them.</summary>
internal static class DriveActs
{
    private static readonly ActsOn<DriveId, Drive, DriveCommand, DriveEvent> OnDrive =
        new(DriveId.Parse, text => Refusal.Mend(null, "drive.id", text), StreamKey.Of, DriveDecider.Law);

    /// <summary>清理开始. <c>villages</c> names those whose agreements are looked at; without it, all of the town.</summary>
    private static readonly Act OpenDrive = OnDrive.Whole("open-drive",
        async (a, id, file) =>
        {
            var (title, what) = (a.Fields.Text("title"), a.Fields.Text("what"));
            var villages = a.Fields.Several<VillageCode>("villages", "village", VillageCode.Parse);
            return a.Decide(file, new DriveCommand.Begin(id, title, what, villages, a.By, a.At))
                ?? await PublicNumber.WaitsAsync(a.Entry, id.Value, SiteMap.CleanUpFolder(id));
        },
        FormField.Said("title"), FormField.Said("what", Lines), new("villages", Several) { Optional = true });

    /// <summary>清理结束: no further agreement is listed; what is listed is carried to its end.</summary>
    private static readonly Act CloseDrive = OnDrive.Act("close-drive",
        (a, _) => new DriveCommand.Close(a.By, a.At)) with { IsDangerous = true };

    public static readonly IReadOnlyList<Act> All = [OpenDrive, CloseDrive];

    public static IEnumerable<OfferedAct?> Offered(CaseReader r, DriveId id, Told<Drive> drive)
    {
        OfferedAct? Ask(Act act, DriveCommand command) => Asked.Of(r.Rules, DriveDecider.Law, drive.State, act, drive.Version, command);
        yield return Ask(OpenDrive, new DriveCommand.Begin(id, Asked.Sound, Asked.Sound, [], r.Officer, r.Now))
            ?.With("villages", r.Villages);
        yield return Ask(CloseDrive, new DriveCommand.Close(r.Officer, r.Now));
    }
}
