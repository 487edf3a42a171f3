await Console.Out.WriteLineAsync("…");
