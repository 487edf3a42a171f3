using Marten;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Files;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Tests.Files;
using Transparency.Portal.Tests.Office;
using Transparency.Portal.Tests.Store;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Reading;

/// <summary>An attachment that is not public is opened by who brought it and by the own people of a case that names it, on record; a public one by every officer.</summary>
public sealed class FileReadingTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private static readonly Officer Administrator = new(new("admin-a"), new("o-admin-a"), new("镇党政办"), [Role.Administrator], []);

    private OfficeHost Host => office.Host;

    [Fact]
    public async Task Nobody_else_opens_it_before_it_is_public()
    {
        await EarlierOfficers.AppointAsync(Host.Ledger, Administrator.Id, Administrator.Unit, Administrator.Roles, [], OfficeHost.Morning);
        // Brought by the town's clerk, who has no part in the village's matter.
        var brought = await Host.Services.GetRequiredService<FileShelf>().TakeInAsync("照片.jpg", RealFiles.Photo, TownClerk, Host.Clock.GetUtcNow());
        var file = ((Result<StoredFile>.Of)brought).Value;
        Assert.Equal(["town-clerk"], await WhoAsync(file));
        var id = await DeclaredAsync(file);
        Assert.Equal(["approver", "clerk", "reviewer", "town-clerk"], await WhoAsync(file));
        // Another who brings the same bytes has them already.
        await Host.Services.GetRequiredService<FileShelf>().TakeInAsync("同一张.jpg", RealFiles.Photo, OtherClerk, Host.Clock.GetUtcNow());
        Assert.Equal(["approver", "clerk", "other-clerk", "reviewer", "town-clerk"], await WhoAsync(file));
        var recorded = await RecordedAsync();
        Assert.Equal(["approver", "clerk", "other-clerk", "reviewer", "town-clerk"], recorded);

        await Host.DoAsync(Reviewer, id, "pass-review");
        await Host.DoAsync(Reviewer, id, "open-window");
        await Host.PublishAsync();
        Assert.Equal(9, (await WhoAsync(file)).Count());
        Assert.Equal(recorded, await RecordedAsync());
        Assert.Equal(401, (int)(await Host.Anybody().FetchAsync($"/office/files/{file.Name}")).StatusCode);
    }

    /// <summary>Documents of earlier versions know one officer alone, or one whom nobody knows any more.</summary>
    [Fact]
    public async Task A_document_of_an_earlier_version_falls_back_to_what_a_case_says()
    {
        var brought = await Host.Services.GetRequiredService<FileShelf>().TakeInAsync("记录.pdf", RealFiles.Minutes, Bookkeeper, Host.Clock.GetUtcNow());
        var file = ((Result<StoredFile>.Of)brought).Value;
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(new StoredFile(file.Id, file.Extension, file.Bytes, "somebody", file.At));
            await session.SaveChangesAsync();
        }
        Assert.Empty(await WhoAsync(file));
        await DeclaredAsync(file);
        Assert.Equal(["approver", "clerk", "reviewer"], await WhoAsync(file));
    }

    private async Task<string> DeclaredAsync(StoredFile file)
    {
        var clerk = await Host.SignedInAsync(Clerk);
        var form = await clerk.GoAsync("/office/declarations/new?matter=works-large&village=04");
        var drafted = await clerk.SendAsync(form, "form.column", new Dictionary<string, string>(Visitor.FieldsOf(form, "form.column", Road.Sound))
        {
            ["deliberation"] = await TestDecisions.AnotherRoadAsync(Host.Store),
            ["attachments_1_file"] = file.Name, ["attachments_1_bytes"] = $"{file.Bytes}", ["attachments_1_name"] = "照片",
        });
        Assert.Equal("?done=declare", (await clerk.SendAsync(drafted, "#act-declare")).Query);
        return drafted.Id;
    }

    private async Task<IEnumerable<string>> WhoAsync(StoredFile file)
    {
        var who = new List<string>();
        foreach (var officer in new[] { Clerk, OtherClerk, TownClerk, Reviewer, Approver, Bookkeeper, FinanceGroup, Supervision, Administrator })
        {
            if (officer == Administrator && !(await KnownAsync())) continue;
            var answer = await (await Host.SignedInAsync(officer)).FetchAsync($"/office/files/{file.Name}");
            if ((int)answer.StatusCode == 200) who.Add(officer.Id.Value);
            else Assert.Equal(404, (int)answer.StatusCode);
        }
        return who.Order(StringComparer.Ordinal);
    }

    private async Task<bool> KnownAsync()
    {
        await using var session = Host.Store.QuerySession();
        return await session.LoadAsync<OfficerOnRecord>("officer/admin-a") is not null;
    }

    private async Task<IEnumerable<string>> RecordedAsync()
    {
        await using var session = Host.Store.QuerySession();
        return (await session.Query<ReadingOnRecord>().ToListAsync()).Where(row => row.Lines.Any(l => l.Of.EndsWith(".jpg", StringComparison.Ordinal))).Select(row => row.Officer).Order(StringComparer.Ordinal);
    }
}
