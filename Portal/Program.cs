using Transparency.Portal.Operations;

// The portal is one program with verbs; the table of them is Operations/CommandLine/Verbs.cs. What stands where:
//   Hosting/     settings, clock, the open store, the web host
//   Store/       events in, register out; Ledger is the only write door
//   Acts/        every act of an officer by its name
//   Imports/     files → the same acts
//   Demo/        the made-up town
//   Operations/  one file per verb
return await Verbs.RunAsync(args, Console.Out, Console.Error, terminal: !Console.IsErrorRedirected);
