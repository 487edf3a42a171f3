using Transparency.Portal.Disk;
using Transparency.Portal.Verbs;

// The portal is one program with verbs; the table of them is Verbs/VerbTable.cs. What stands where:
//   Hosting/     settings, clock, the open store, the web host
//   Store/       events in, register out; Ledger is the only write door
//   Cases/       a room for each kind of case: its acts, page, desk, import and streams; the machine that they share
//   Villagers/   what anybody may do without signing in
//   Office/      frame, desk, sign-in, lists
//   Importing/   files → the same acts
//   Press/       brings the public tree in line with the register; every recurring job
//   Demo/        the made-up town
//   Verbs/       one file per verb
OwnFiles.CloseToOthers();
return await VerbTable.RunAsync(args, Console.Out, Console.Error, terminal: !Console.IsErrorRedirected);
