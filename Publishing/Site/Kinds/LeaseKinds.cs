using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Publishing.Components;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>A year's rent, on the page of its agreement.</summary>
internal sealed class RentKind() : PublicKind<RentOnRegister>("rent", 1, typeof(RentEvent), RentOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data => [LeaseData.Rent];
}

/// <summary>A clean-up drive; its page is an overview of its cases.</summary>
internal sealed class DriveKind() : PublicKind<DriveOnRegister>("drive", 1, typeof(DriveEvent), DriveOnRegister.Evolve)
{
    internal override IEnumerable<Output> Lists(SiteModel site, Language language) =>
        from drive in site.In<DriveOnRegister>(Slices.CleanUps)
        // An agreement gets a link once it has a page of its own.
        let agreements = site.In<CleanUpOnRegister>(Slices.Drive(drive.Drive)).Select(c => Slices.Agreement(c.Agreement))
        select SitePages.Index(
            site, language, SiteMap.CleanUp(drive.Drive), [Slices.Town, Slices.Drive(drive.Drive), .. agreements],
            here => PageRenderer.Render<CleanUpPage>(here, ("Drive", drive)));
}

/// <summary>One agreement in a drive, on the pages of both.</summary>
internal sealed class CleanUpKind() : PublicKind<CleanUpOnRegister>("case", 2, typeof(CleanUpEvent), CleanUpOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data => [LeaseData.CleanUp];
}
