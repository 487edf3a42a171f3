using CsCheck;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Objections;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Publishing.Tests.Whole;

/// <summary>
/// Random lives of a few declarations that share an agreement: after every act, rendering only what names a touched slice
/// must give the same tree, byte for byte, as rendering everything. A forgotten input shows here.
/// </summary>
public sealed class IncrementalEqualsFull
{
    private static readonly SiteSettings Settings = new("http://127.0.0.1:8080", [Language.Zh, Language.En]);
    private static readonly AgreementId Pan = new("09-2026-L-0001");

    private static readonly Gen<(int Case, int Act, int Hours)[]> Lives = Gen.Select(Gen.Int[0, 3], Gen.Frequency((3, Gen.Int[0, 4]), (2, Gen.Int[5, 12])), Gen.Frequency((3, Gen.Int[1, 20]), (1, Gen.Int[100, 200]))).Array[10, 40];

    [Fact]
    public void Over_random_histories() => Lives.Sample(steps =>
    {
        var world = new World();
        Holds(() => world.Site, steps, step => world.Take(step.Case, step.Act, step.Hours));
    }, iter: Amount.OfRandom(8));

    /// <summary>Follows a world step by step, rendering only what each step touched, and compares with a tree rendered whole at the end.</summary>
    internal static void Holds<TStep>(Func<SiteModel> site, IEnumerable<TStep> steps, Action<TStep> take)
    {
        var tree = new Dictionary<string, string>();
        var before = site();
        foreach (var output in WholeSite.Outputs(before)) tree[output.Path] = Convert.ToHexString(output.Render());
        foreach (var file in AttachedFile.All(before)) tree[file.Path] = file.Of.Sha256.Value;
        foreach (var step in steps)
        {
            take(step);
            var now = before.Next(site().Register, site().AsOf);
            Update(tree, before, now);
            before = now;
        }
        var whole = WholeSite.Outputs(site()).ToDictionary(o => o.Path, o => Convert.ToHexString(o.Render()));
        foreach (var file in AttachedFile.All(site())) whole[file.Path] = file.Of.Sha256.Value;
        Assert.Equal(whole.Keys.Order(StringComparer.Ordinal), tree.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(whole.Where(file => tree[file.Key] != file.Value).Select(file => file.Key));
    }

    /// <summary>Renders what names a touched slice, and nothing else.</summary>
    private static void Update(Dictionary<string, string> tree, SiteModel before, SiteModel now)
    {
        var touched = now.Register.TouchedSince(before.Register);
        if (before.AsOf != now.AsOf) touched.Add(Slices.AsOf);
        var outputs = Touching(now, touched).ToList();
        foreach (var output in outputs) tree[output.Path] = Convert.ToHexString(output.Render());
        // Attachments come with a touched case and never go, but for what is suppressed.
        foreach (var file in WholeSite.RowsTouched(now, touched).SelectMany(row => AttachedFile.In(now, row))) tree[file.Path] = file.Of.Sha256.Value;
        foreach (var path in tree.Keys.Where(path => path.StartsWith("files/", StringComparison.Ordinal) && now.Register.IsWithheld(path)).ToList()) tree.Remove(path);
        foreach (var gone in Touching(before, touched).Select(o => o.Path).Except(outputs.Select(o => o.Path))) tree.Remove(gone);
    }

    internal static IEnumerable<Output> Touching(SiteModel site, HashSet<string> touched) =>
        WholeSite.Around(site, touched).Where(output => output.Inputs.Any(touched.Contains));

    /// <summary>Four declarations, two of them carrying one agreement, acted on by those who may.</summary>
    private sealed class World
    {
        private readonly SampleHistory history = new();
        private readonly Declaration[] states = [.. Enumerable.Repeat(DeclarationDecider.Law.Initial, 4)];
        private readonly Deliberation[] decisions = [.. Enumerable.Range(0, 4).Select(which => SampleDecisions.Posted(Decision(which), "lease-saltpan", new(2026, 9, 1), ClerkOf(which), Poster, Vote(which)))];
        private Agreement agreement = AgreementDecider.Law.Initial;
        private DateTimeOffset at = SampleHistory.Start.AddDays(3);
        private int opened;
        private int letters;

        public World() => Do(new AgreementCommand.Register(Pan, PanContent, OtherClerk, at));

        public SiteModel Site => new(history.Register, Shanghai.DayOf(at), Settings);

        private static AgreementContent PanContent { get; } = new(new("三号盐田承包合同"), AgreementKind.Lease, SampleRules.Gudichang, new(PartyKind.Organisation, new("示范盐业公司")),
            new("三号盐田"), Mu.Parse("380"), new(2026, 10, 1), new(2036, 9, 30), new(380_000_00), new(38_000_00), new("每年10月1日前"), new("晒盐"));

        public void Take(int which, int act, int hours)
        {
            at = at.AddHours(hours);
            var clerk = ClerkOf(which);
            var content = Content(which);
            var section = DeclarationSection.Of(content, SampleRules.Book, decisions[which], content.Subjects.Select(Working));
            switch (act)
            {
                case 0: Do(which, new Draft(Id(which), content, clerk, at)); Do(which, new Declare(section, decisions[which], clerk, at)); break;
                case 1: Do(which, new PassReview(section, section.Hash, Reviewer, at)); Do(which, new OpenWindow(section, section.Hash, opened + 1, Reviewer, at)); break;
                case 2: Object(which); break;
                case 3: Close(which); break;
                case 4: Approve(which); break;
                case 5:
                    var reworded = section with { What = Reworded(section.What) };
                    Do(which, new FixWording(content with { What = reworded.What }, reworded, new("改字"), Reviewer, at));
                    Do(which, new ConfirmWording(reworded.Hash, SecondReviewer, at));
                    break;
                case 6: Do(which, new Restart(content with { ForWhom = new("另一家") }, section with { ForWhom = new("另一家"), Attachments = [SampleAttachments.Of($"{at:MMddHH}")] }, decisions[which], new("换人"), [], clerk, at)); break;
                case 7: Do(which, new Withdraw(new("不办了"), clerk, at)); break;
                case 8: Do(which, new SendBack(new("再议"), new("《农村集体经济组织法》第26条"), Approver, at)); break;
                case 9: Do(which, new Revoke(new("有误"), Approver, at)); break;
                case 10: Do(new AgreementCommand.Change(PanContent with { Total = new(at.Hour * 100) }, OtherClerk, at)); break;
                case 11: CarryOut(which); break;
                default: break;
            }
        }

        private static Text Reworded(Text what) => what with { Zh = what.Zh.EndsWith('！') ? what.Zh[..^1] : $"{what.Zh}！" };

        private void CarryOut(int which)
        {
            var post = new DeliberationCommand.PostResult(Shanghai.DayOf(at), new("办完了"), [], states[which], Poster, at);
            if (DeliberationDecider.Law.Decide(SampleRules.Book, decisions[which], post) is not Decision<DeliberationEvent>.Accepted yes) return;
            foreach (var e in yes.Events)
            {
                decisions[which] = DeliberationDecider.Law.Evolve(decisions[which], e);
                history.Happened(Decision(which), e);
            }
        }

        private static Officer ClerkOf(int which) => which < 2 ? Clerk : OtherClerk;

        private static DeliberationId Decision(int which) => new($"{(which < 2 ? SampleRules.Jiajiahewu : SampleRules.Gudichang)}-2026-D-000{which + 1}");

        private static DeclarationId Id(int which) => new($"d{which}");

        private static DeclarationContent Content(int which) => new(
            new($"第{which}件事"), "lease-saltpan", which < 2 ? SampleRules.Jiajiahewu : SampleRules.Gudichang, new("办一件事"), new("待定"), new("镇经管站"),
            [new(new("村集体"), new(1_000_000))], [], new(""), Decision(which), which == 0 ? [] : [Pan], Attachments: which == 1 ? null : [SampleAttachments.Of($"{which / 2}")]);

        private static VotedText Vote(int which)
        {
            var content = Content(which);
            VotedParty[] parties = content.Subjects.Count == 0 ? [] : [new(new(PanContent.With.Name.Zh), null, null)];
            return new(content.Title, content.What, new(MoneyFlow.Spent, content.Sources, [], parties, false));
        }

        private AgreementSection Working(AgreementId id) => AgreementSection.Of(id, ((Agreement.Registered)agreement).Content, SampleRules.Book);

        private void Object(int which)
        {
            var id = new ObjectionId($"o{++letters}");
            if (ObjectionDecider.Law.Decide(SampleRules.Book, new Objection.None(), new ObjectionCommand.Raise(id, Id(which), states[which], at)) is not Decision<ObjectionEvent>.Accepted yes) return;
            foreach (var e in yes.Events) history.Happened(id, e);
            Do(which, new SettleObjection(id, 1, Shanghai.DayOf(at), null, false, new("问"), new("答"), Reviewer, at));
        }

        private void Close(int which)
        {
            at = at.AddDays(12);
            Do(which, new CloseWindow([], Officer.System, at));
        }

        private void Approve(int which)
        {
            if (states[which] is not Declaration.WindowClosed { Section: var section }) return;
            var subjects = section.Subjects.Select(s => AgreementDecider.Law.Decide(SampleRules.Book, agreement, new AgreementCommand.Disclose(Id(which), "1号", s.Hash, Approver, at))).ToList();
            if (subjects.Exists(s => s is Decision<AgreementEvent>.Refused)) return;
            if (Do(which, new Approve(section.Hash, Approver, at)))
                foreach (var e in subjects.SelectMany(s => ((Decision<AgreementEvent>.Accepted)s).Events)) Happened(e);
        }

        private bool Do(int which, DeclarationCommand command)
        {
            if (DeclarationDecider.Law.Decide(SampleRules.Book, states[which], command) is not Decision<DeclarationEvent>.Accepted yes) return false;
            foreach (var e in yes.Events)
            {
                states[which] = DeclarationDecider.Law.Evolve(states[which], e);
                history.Happened(Id(which), e);
                if (e is DeclarationWindowOpened { Round: 1 }) opened++;
            }
            return true;
        }

        private void Do(AgreementCommand command)
        {
            if (AgreementDecider.Law.Decide(SampleRules.Book, agreement, command) is Decision<AgreementEvent>.Accepted yes)
                foreach (var e in yes.Events) Happened(e);
        }

        private void Happened(AgreementEvent e)
        {
            agreement = AgreementDecider.Law.Evolve(agreement, e);
            history.Happened(Pan, e);
        }
    }
}
