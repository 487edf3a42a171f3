using System.Text;
using Transparency.Contracts.Declarations;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Declarations;

/// <summary>Files are content: pinned by the hash, and a change of them is material.</summary>
public sealed class AttachmentTests
{
    private static readonly DeclarationContent With = Road.Content with { Attachments = [SampleAttachments.Minutes, SampleAttachments.Photo] };

    [Fact]
    public void A_draft_may_carry_files() => Drafting(With).Then();

    [Fact]
    public void A_list_of_files_is_sound_or_refused_by_name()
    {
        Drafting(With with { Attachments = [.. Enumerable.Range(0, 12).Select(i => SampleAttachments.Of($"{i}"))] }).Then();
        Drafting(With with { Attachments = [.. Enumerable.Range(0, 13).Select(i => SampleAttachments.Of($"{i}"))] }).Refused("attachment.too-many");
        Drafting(With with { Attachments = [SampleAttachments.Minutes, SampleAttachments.Minutes with { Name = new("又一次") }] }).Refused("attachment.twice");
        Drafting(With with { Attachments = [SampleAttachments.Minutes with { Name = new(" ") }] }).Refused("attachment.name-missing");
        Drafting(With with { Attachments = [SampleAttachments.Minutes with { Name = new("a\u0007") }] }).Refused("text.unclean");
        Drafting(With with { Attachments = [SampleAttachments.Minutes with { Extension = "html" }] }).Refused("attachment.unknown");
        Drafting(With with { Attachments = [SampleAttachments.Minutes with { Bytes = 10_000_001 }] }).Refused("attachment.unknown");
        Drafting(With with { Attachments = [SampleAttachments.Minutes with { Bytes = 0 }] }).Refused("attachment.unknown");
    }

    [Fact]
    public void Redrafting_and_restarting_ask_the_same()
    {
        var twice = Road.Content with { Attachments = [SampleAttachments.Photo, SampleAttachments.Photo] };
        Road.Drafted.When(new Redraft(twice, Clerk, Road.Declaring)).Refused("attachment.twice");
        Road.InPublicity.When(new Restart(twice, Road.Section(twice), Road.Basis, new("换附件"), [], Clerk, Road.InWindow)).Refused("attachment.twice");
    }

    [Fact]
    public void Another_file_or_another_name_of_one_is_material()
    {
        foreach (var changed in new[] { With, Road.Content with { Attachments = [SampleAttachments.Minutes with { Name = new("会议记录") }] } })
        {
            Assert.NotEqual(Road.Now.Hash, Road.Section(changed).Hash);
            Road.InPublicity.When(new FixWording(changed, Road.Section(changed), new("换附件"), Reviewer, Road.InWindow)).Refused("declaration.material-change");
            Road.InPublicity.When(new Restart(changed, Road.Section(changed), Road.Basis, new("换附件"), [], Clerk, Road.InWindow)).Then();
        }
    }

    [Fact]
    public void The_canonical_form_names_hash_type_length_and_name() => Assert.Contains(
        $"\"attachments\":[{{\"sha256\":\"{SampleAttachments.Minutes.Sha256}\",\"extension\":\"pdf\",\"bytes\":212400,\"name\":{{\"zh\":\"村民代表会议记录\",\"en\":\"Minutes of the village representatives' meeting\"}}}},"
        + $"{{\"sha256\":\"{SampleAttachments.Photo.Sha256}\",\"extension\":\"jpg\",\"bytes\":1340000,\"name\":{{\"zh\":\"现场照片：雨后的土路\"}}}}],\"subjects\":",
        Encoding.UTF8.GetString(CanonicalJson.Of(Road.Section(With))), StringComparison.Ordinal);

    [Fact]
    public void Without_files_a_section_is_what_it_was() => Assert.Contains("\"attachments\":[],", Encoding.UTF8.GetString(CanonicalJson.Of(Road.Now)), StringComparison.Ordinal);

    private static Decision<DeclarationEvent> Drafting(DeclarationContent content) => Road.None.When(new Draft(Road.Id, content, Clerk, Road.Declaring));
}
