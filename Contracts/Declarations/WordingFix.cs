using System.Text.RegularExpressions;

namespace Transparency.Contracts.Declarations;

/// <summary>
/// What may still be put right in a text that stands in public: a slip of the pen, and nothing by which the matter becomes another.
/// All fixes of one window together are measured from the text with which it opened.
/// </summary>
internal static partial class WordingFix
{
    /// <summary>In each language.</summary>
    public const int MostCharacters = 20;

    // After a number these are units too; alone they are parts of too many other words.
    private const string UnitsOfCounts =
        "人|分|里|度|名|口|个|条|套|台|项|次|批|期|倍|成|处|间|座|栋|眼|组"
        + "|份|只|头|棵|株|盏|辆|船|车|袋|箱";

    private const string Numerals = "０-９一二三四五六七八九十百千万亿零〇两壹贰叁肆伍陆柒捌玖拾佰仟";

    // One of these for another is another person, whether a title follows or not.
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖"
        + "田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
        + "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤章季俞";

    /// <summary>Null when everything that differs is wording.</summary>
    /// <param name="opened">as the window opened</param>
    public static Refusal? FaultIn(RuleBook rules, DeclarationSection opened, DeclarationSection now)
    {
        var (zh, en) = (NamesIn(rules, opened, Language.Zh), NamesIn(rules, opened, Language.En));
        var (spentZh, spentEn) = (0, 0);
        foreach (var (field, before, after) in Texts(opened, now))
        {
            if (FaultIn(field, before.Zh, after.Zh, zh, IsMaterialInChinese, ref spentZh) is { } no) return no;
            if (FaultIn(field, before.En ?? "", after.En ?? "", en, IsMaterialInEnglish, ref spentEn) is { } not) return not;
        }
        return null;
    }

    private static IEnumerable<(string Field, Text Before, Text After)> Texts(DeclarationSection a, DeclarationSection b) =>
        [("title", a.Title, b.Title), ("what", a.What, b.What), ("ask", a.Ask, b.Ask), ("body", a.Body, b.Body)];

    private static Refusal? FaultIn(
        string field, string before, string after, IReadOnlyList<string> names, Func<Change, bool> isMaterial, ref int spent)
    {
        if (before == after) return null;
        if (Changes(before, after) is not { } changes || (spent += changes.Sum(c => c.Characters)) > MostCharacters)
            return Refusal.Mend(field, "declaration.wording-too-much", new Word($"field.{field}"), MostCharacters);
        // 央子村 with 林家 before it is another village.
        var touched = changes.FirstOrDefault(c => isMaterial(c) || names.Any(c.StandsBefore))
            ?? (Said(before, names).SequenceEqual(Said(after, names)) ? null : changes[0]);
        return touched is null ? null
            : Refusal.Mend(field, "declaration.wording-material", new Word($"field.{field}"), touched.Was, touched.Is);
    }

    /// <summary>Every name and every quantity, in the order in which the text says them.</summary>
    private static IEnumerable<string> Said(string text, IReadOnlyList<string> names)
    {
        var known = names.Count == 0 ? "" : $"|{string.Join('|', names.Select(Regex.Escape))}";
        return Regex.Matches(text, $"(?:[0-9][0-9,.]*|[{Numerals}]+)\\s*(?:{UnitsOfCounts})?{known}", RegexOptions.CultureInvariant)
            .Select(match => match.Value);
    }

    private static IReadOnlyList<string> NamesIn(RuleBook rules, DeclarationSection section, Language language)
    {
        IEnumerable<(string Zh, string? En)> known =
        [
            .. new[] { rules.Town.Name, section.Discloser }.Concat(rules.Villages.Values.Select(v => v.Name)).Select(t => (t.Zh, t.En)),
            .. section.Subjects.Select(subject => (subject.With.Zh, subject.With.En)),
        ];
        return [.. known.Select(name => language == Language.Zh ? name.Zh : name.En ?? name.Zh)
            .Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
    }

    private static bool IsMaterialInChinese(Change c) =>
        c.IsBesideNumber || c.IsInName || ChineseMatter().IsMatch(c.Was) || ChineseMatter().IsMatch(c.Is);

    private static bool IsMaterialInEnglish(Change c) =>
        c.IsBesideNumber || EnglishMatter().IsMatch(c.WordsWere) || EnglishMatter().IsMatch(c.WordsAre);

    /// <summary>Numerals, units, negations, and what ends the name of a body or a place.</summary>
    [GeneratedRegex(
        $"[0-9{Numerals}半倍双]|[元角亩顷米吨斤克升瓦户天日月年周季折%％‰￥¥]|[不没未无非否莫勿免除禁]"
        + "|公司|合作社|村|镇|县|厂|店|站|局|银行|学校|医院|中心|委员会",
        RegexOptions.CultureInvariant)]
    private static partial Regex ChineseMatter();

    /// <summary>The same in whole words; a capital letter begins a name.</summary>
    [GeneratedRegex(
        @"[0-9%]|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|double)\b"
        + @"|\b(dozens?|hundreds?|thousands?|millions?)\b"
        + @"|\b(yuan|mu|k?m|kg|k[Ww]|tonnes?|tons?|metres?|hectares?|days?|weeks?|months?|years?|households?|percent)\b"
        + @"|\b(not?|never|none|nor|neither|without|except|unless|cannot|free)\b|n't\b|(?<=[a-z,;:] )[A-Z]",
        RegexOptions.CultureInvariant)]
    private static partial Regex EnglishMatter();

    /// <summary>One place at which two texts differ.</summary>
    private sealed record Change(string Before, int From, int To, string After, int Start, int End)
    {
        public string Was => Before[From..To];

        public string Is => After[Start..End];

        public int Characters => Math.Max(To - From, End - Start);

        /// <summary>Whole words, with the one before: a capital within a sentence is told by what stands before it.</summary>
        public string WordsWere => Words(Before, From, To);

        public string WordsAre => Words(After, Start, End);

        /// <summary>A figure that gets a longer or shorter neighbour is another figure, or of another thing.</summary>
        public bool IsBesideNumber => IsNumber(Before, From, To) || IsNumber(After, Start, End);

        /// <summary>
        /// 王书记 with another surname, 王建国书记 with another sign in it, a name after 承包人：, or one surname for another
        /// is somebody else.
        /// </summary>
        public bool IsInName =>
            BeginsWithTitle().IsMatch(Before[To..]) || BeginsWithTitle().IsMatch(After[End..])
            || EndsInLabel().IsMatch(Before[..From]) || EndsInLabel().IsMatch(After[..Start])
            || (Was is [var was] && Is is [var now] && Surnames.Contains(was) && Surnames.Contains(now));

        public bool StandsBefore(string name) =>
            Before[To..].StartsWith(name, StringComparison.Ordinal) || After[End..].StartsWith(name, StringComparison.Ordinal);

        private static bool IsNumber(string text, int from, int to) =>
            EndsInNumber().IsMatch(text[..from]) || BeginsWithNumber().IsMatch(text[to..]);

        private static string Words(string text, int from, int to)
        {
            while (from > 0 && !char.IsWhiteSpace(text[from - 1])) from--;
            while (to < text.Length && !char.IsWhiteSpace(text[to])) to++;
            return text[Math.Max(0, from - 2)..to];
        }
    }

    [GeneratedRegex(@"^\p{L}{0,2}(某|同志|书记|主任|会计|委员(?!会)|先生|女士|师傅)", RegexOptions.CultureInvariant)]
    private static partial Regex BeginsWithTitle();

    /// <summary>As far as the third character of the name.</summary>
    [GeneratedRegex(@"(人|方|户|商|单位|代表)\s*[：:]\s*\p{Lo}{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInLabel();

    [GeneratedRegex(@"[0-9０-９][,.]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInNumber();

    [GeneratedRegex(@"^\s*[0-9０-９]", RegexOptions.CultureInvariant)]
    private static partial Regex BeginsWithNumber();

    /// <summary>The fewest single characters put in, taken out or replaced; null for more than are allowed.</summary>
    private static List<Change>? Changes(string before, string after)
    {
        const int band = MostCharacters;
        if (Math.Abs(before.Length - after.Length) > band) return null;
        var costs = new int[before.Length + 1, (2 * band) + 1];
        int Cost(int i, int j) => i < 0 || j < 0 || Math.Abs(j - i) > band ? int.MaxValue / 2 : costs[i, j - i + band];
        int Put(int i, int j) =>
            i == 0 && j == 0 ? 0
            : Math.Min(
                i > 0 && j > 0 && before[i - 1] == after[j - 1] ? Cost(i - 1, j - 1) : Cost(i - 1, j - 1) + 1,
                Math.Min(Cost(i - 1, j), Cost(i, j - 1)) + 1);
        for (var i = 0; i <= before.Length; i++)
        {
            for (var j = Math.Max(0, i - band); j <= Math.Min(after.Length, i + band); j++) costs[i, j - i + band] = Put(i, j);
        }
        return Cost(before.Length, after.Length) > band ? null : Trace(before, after, Cost);
    }

    private static List<Change> Trace(string before, string after, Func<int, int, int> cost)
    {
        var (i, j, changes) = (before.Length, after.Length, new List<Change>());
        while (i > 0 || j > 0)
        {
            var (to, end) = (i, j);
            while ((i > 0 || j > 0) && !(i > 0 && j > 0 && before[i - 1] == after[j - 1] && cost(i, j) == cost(i - 1, j - 1)))
            {
                var here = cost(i, j);
                if (i > 0 && j > 0 && cost(i - 1, j - 1) + 1 == here) (i, j) = (i - 1, j - 1);
                else if (i > 0 && cost(i - 1, j) + 1 == here) i--;
                else j--;
            }
            if (to > i || end > j) changes.Add(new(before, i, to, after, j, end));
            else (i, j) = (i - 1, j - 1);
        }
        changes.Reverse();
        return changes;
    }
}
