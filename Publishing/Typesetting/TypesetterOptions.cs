namespace Transparency.Publishing.Typesetting;

/// <summary>Where the typesetter finds what it needs, and how much it may take.</summary>
public sealed record TypesetterOptions
{
    /// <summary>The Node program, by path or by a name on the search path; version 20 or later.</summary>
    public string Node { get; init; } = "node";

    /// <summary>The folder of <c>typeset.mjs</c>, <c>package.json</c>, <c>fonts.conf</c> and <c>templates</c>.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "Typesetting");

    /// <summary>The folder <c>npm ci</c> has filled; null looks for it, see <see cref="FindNodeModules"/>.</summary>
    public string? NodeModules { get; init; }

    /// <summary>
    /// Folders with Noto Serif CJK and Noto Sans CJK, each regular and bold. Every file in them counts for the
    /// fingerprint, and no font from elsewhere is used.
    /// </summary>
    public IReadOnlyList<string> FontFolders { get; init; } = ["/usr/share/fonts/opentype/noto"];

    /// <summary>For one notice, the start of the process included. A notice of 1,000 rows takes about 0.3 s.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Resident bytes after which the process is replaced before its next notice.</summary>
    public long MemoryCap { get; init; } = 1L << 30;

    /// <summary>The command line of another program of the typesetter's folder; null when the compiler is not installed.</summary>
    public IReadOnlyList<string>? CommandOf(string program, params IReadOnlyList<string> arguments) =>
        FindNodeModules() is { } modules ? [Path.Combine(Folder, program), modules, .. arguments, .. FontFolders] : null;

    // An installed portal has the folder beside its assembly; a working copy has it in the project, where npm ci has run.
    internal string? FindNodeModules()
    {
        if (NodeModules is not null) return Directory.Exists(NodeModules) ? NodeModules : null;
        var beside = Path.Combine(Folder, "node_modules");
        if (Directory.Exists(beside)) return beside;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var inProject = Path.Combine(at.FullName, "Publishing", "Typesetting", "node_modules");
            if (Directory.Exists(inProject)) return inProject;
        }
        return null;
    }
}
