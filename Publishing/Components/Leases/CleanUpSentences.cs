using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Leases;

/// <summary>办什么 · 有多少 · 哪些村 · 到哪一步 · 找谁 of one clean-up drive.</summary>
internal static class CleanUpSentences
{
    public static IReadOnlyList<CaseSentence> Of(Language language, DriveOnRegister drive, CleanUpFigures figures, TownOnRegister town) =>
    [
        new(Catalogue.Say(language, "sentence.what"), Phrase.Of(language, drive.What), null),
        HowMany(language, figures),
        new(Catalogue.Say(language, "cleanup.where"), Where(language, drive, town), null),
        new(Catalogue.Say(language, "cleanup.how-far"), HowFar(language, figures), null),
        new(Catalogue.Say(language, "sentence.ask"), Phrase.Of(language, town.Settings.Contact), null),
    ];

    private static CaseSentence HowMany(Language language, CleanUpFigures figures) => new(
        Catalogue.Say(language, "cleanup.how-many"),
        Phrase.Say(language, "cleanup.agreements", figures.Cases.Count),
        figures.Area.Hundredths > 0 ? Phrase.Plain(Wording.Area(language, figures.Area)) : null);

    private static Phrase Where(Language language, DriveOnRegister drive, TownOnRegister town) =>
        drive.Villages.Count == town.Villages.Count ? Phrase.Say(language, "cleanup.all-villages", town.Villages.Count)
        : Phrase.Join(
            Catalogue.Say(language, "mark.and") + Wording.Gap(language),
            town.Villages.Where(v => drive.Villages.Contains(v.Code)).Select(v => Phrase.Of(language, v.Name)));

    private static Phrase HowFar(Language language, CleanUpFigures figures) =>
        figures.IsFinished ? Phrase.Say(language, "cleanup.far-all", figures.Done)
        : Phrase.Say(language, "cleanup.far", figures.Done, figures.Unfinished);
}
