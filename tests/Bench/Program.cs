using Transparency.Bench.Verbs;
using Transparency.Portal.Verbs;

// Fills stores with invented towns and measures the portal on them; ./sunshine hands `sample` and `bench` over to it. What stands where:
//   Sampling/  lawful records without end, the same seed the same bytes
//   Money/     years of village money and the one month more that is measured
//   Flood/     whatever may be thrown at the public form
//   Verbs/     one file per verb
return await VerbTable.RunAsync(BenchVerbs.All, args, Console.Out, Console.Error, terminal: !Console.IsErrorRedirected);
