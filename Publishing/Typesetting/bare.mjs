// The compiler alone, for comparison: the requests of a file in a plain loop, with the template, fonts and checks of typeset.mjs,
// but without a supervisor, turns and answers. Prints one line: {"ms", "pages"} for all but the warm-up.
//   argv: folder of node_modules, file of requests (one JSON object a line), how many of them warm up, then the font folders
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const templates = join(home, 'templates');
const [nodeModules, file, warmUp, ...fontPaths] = process.argv.slice(2);
process.env.FONTCONFIG_FILE = join(home, 'fonts.conf');
const { NodeCompiler } = createRequire(join(nodeModules, 'bare.mjs'))('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] });
const requests = readFileSync(file, 'utf8').split('\n').filter(line => line).map(line => JSON.parse(line));

let pages = 0;
let begun = performance.now();
requests.forEach(({ template, document, notice, qr, standard }, i) => {
  if (i === Number(warmUp)) [begun, pages] = [performance.now(), 0];
  compiler.mapShadow(join(templates, 'notice.json'), Buffer.from(notice, 'base64'));
  const { result } = compiler.compile({ mainFilePath: join(templates, `${template}.typ`), inputs: { data: JSON.stringify({ document, qr }) } });
  compiler.pdf(result, { pdfStandard: standard });
  pages += result.numOfPages;
  if ((i + 1) % 15 === 0) compiler.evictCache(0);
});
process.stdout.write(JSON.stringify({ ms: performance.now() - begun, pages }) + '\n');
