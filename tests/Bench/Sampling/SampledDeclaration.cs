using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Store;
using static Transparency.Contracts.Declarations.DeclarationCommand;

namespace Transparency.Bench.Sampling;

using AgreementFile = LawfulStream<Agreement, AgreementCommand, AgreementEvent>;
using DeclarationFile = LawfulStream<Declaration, DeclarationCommand, DeclarationEvent>;

/// <summary>A declaration from draft to approval, with the agreement that it carries to the public, if any.</summary>
internal static class SampledDeclaration
{
    /// <param name="opened">the moment its window opens; everything else lies around it</param>
    /// <param name="ordinal">its number within the year</param>
    public static IEnumerable<SampledStream> Approved(
        SampleTown town, DeclarationId id, DeclarationContent content, AgreementContent? carried, Chance chance, DateTimeOffset opened, int ordinal)
    {
        var (deliberation, file, agreement) = UntilClosed(town, id, content, carried, chance, opened, ordinal);
        var closed = (Declaration.WindowClosed)file.State;
        var approved = closed.Case.Number!;
        var at = town.WindowEnd(opened, content.Matter).AddHours(34);
        file.Do(new Approve(closed.Section.Hash, town.Staff.Approver, at));
        yield return deliberation;
        yield return file.Stream;
        if (agreement is null) yield break;
        agreement.Do(new AgreementCommand.Disclose(id, approved.ToString(), closed.Section.Subjects[0].Hash, town.Staff.Approver, at));
        yield return agreement.Stream;
    }

    /// <summary>Everything but the approval: what the bench of single approvals begins with.</summary>
    public static IEnumerable<SampledStream> Waiting(
        SampleTown town, DeclarationId id, DeclarationContent content, Chance chance, DateTimeOffset opened, int ordinal)
    {
        var (deliberation, file, _) = UntilClosed(town, id, content, null, chance, opened, ordinal);
        return [deliberation, file.Stream];
    }

    /// <summary>Up to the opening of its window.</summary>
    public static IEnumerable<SampledStream> Open(
        SampleTown town, DeclarationId id, DeclarationContent content, Chance chance, DateTimeOffset opened, int ordinal)
    {
        var (deliberation, file, _) = UntilOpened(town, id, content, null, chance, opened, ordinal);
        return [deliberation, file.Stream];
    }

    private static (SampledStream Deliberation, DeclarationFile File, AgreementFile? Agreement) UntilClosed(
        SampleTown town, DeclarationId id, DeclarationContent content, AgreementContent? carried, Chance chance, DateTimeOffset opened, int ordinal)
    {
        var opening = UntilOpened(town, id, content, carried, chance, opened, ordinal);
        opening.File.Do(new CloseWindow([], Officer.System, town.WindowEnd(opened, content.Matter)));
        return opening;
    }

    private static (SampledStream Deliberation, DeclarationFile File, AgreementFile? Agreement) UntilOpened(
        SampleTown town, DeclarationId id, DeclarationContent content, AgreementContent? carried, Chance chance, DateTimeOffset opened, int ordinal)
    {
        var (staff, clerk) = (town.Staff, content.Village is { } village ? town.Staff.Clerk(village) : town.Staff.Town);
        var deliberation = SampledDeliberation.Posted(town, content.Deliberation!.Value, content, carried, chance, Shanghai.DayOf(opened));
        var agreement = carried is null ? null : Registered(town, content.Subjects[0], carried, opened.AddDays(-7));
        AgreementSection[] subjects = carried is null ? [] : [AgreementSection.Of(content.Subjects[0], carried, town.Rules)];
        var section = DeclarationSection.Of(content, town.Rules, deliberation.State, subjects);
        var file = new DeclarationFile(StreamKey.Of(id), DeclarationDecider.Law, town.Rules);
        file.Do(new Draft(id, content, clerk, opened.AddDays(-4)));
        file.Do(new Declare(section, deliberation.State, clerk, opened.AddDays(-3)));
        deliberation.Do(new DeliberationCommand.Carry(id, clerk, opened.AddDays(-3)));
        file.Do(new PassReview(section, section.Hash, staff.Reviewer, opened.AddDays(-1)));
        file.Do(new OpenWindow(section, section.Hash, ordinal, staff.Reviewer, opened));
        return (deliberation.Stream, file, agreement);
    }

    private static AgreementFile Registered(SampleTown town, AgreementId id, AgreementContent content, DateTimeOffset at)
    {
        var agreement = new AgreementFile(StreamKey.Of(id), AgreementDecider.Law, town.Rules);
        agreement.Do(new AgreementCommand.Register(id, content, town.Staff.Clerk(content.Village), at));
        return agreement;
    }
}
