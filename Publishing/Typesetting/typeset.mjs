// Typesets notices, one JSON line in, one JSON line out, until standard input ends.
// A line in must be plain ASCII: readline would also break it at U+2028.
//   argv: folder of node_modules, then the font folders
//   in:   {id, template, document, notice, qr, standard}    notice is base64, qr rows of "0" and "1"
//   out:  {ready} or {error}, then {id, pdf, rss} or {id, error, characters, rss}
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const templates = join(home, 'templates');
const [nodeModules, ...fontPaths] = process.argv.slice(2);
const compilerName = '@myriaddreamin/typst-ts-node-compiler';

// Without eviction the native caches grow by about 3 MB a notice; emptied this often the process stays under 350 MB.
const noticesPerEviction = 15;

const answer = message => process.stdout.write(JSON.stringify({ ...message, rss: process.memoryUsage.rss() }) + '\n');
const oneLine = text => text.replace(/\s+/g, ' ').trim().slice(0, 400);

function loadCompiler() {
  const require = createRequire(join(nodeModules, 'typeset.mjs'));
  const pinned = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).dependencies[compilerName];
  const { version } = require(`${compilerName}/package.json`);
  // The fingerprint of an edition names the pinned compiler: another one would make other bytes under the same name.
  if (version !== pinned) throw new Error(`compiler ${version} is installed, ${pinned} is pinned: run npm ci`);
  process.env.FONTCONFIG_FILE = join(home, 'fonts.conf');
  return require(compilerName).NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] });
}

class Fault extends Error {
  constructor(message, characters = []) {
    super(oneLine(message));
    this.characters = characters;
  }
}

function place({ path, range, message }) {
  return path ? `${basename(path)}:${(range?.start?.line ?? 0) + 1}: ${message}` : message;
}

function compile(compiler, { template, document, notice, qr }) {
  if (!/^[a-z-]+$/.test(template)) throw new Fault(`no template of this name: ${template}`);
  compiler.mapShadow(join(templates, 'notice.json'), Buffer.from(notice, 'base64'));
  const result = compiler.compile({
    mainFilePath: join(templates, `${template}.typ`),
    inputs: { data: JSON.stringify({ document, qr }) },
  });
  // A warning is a fault too: the only ones there are, such as an unknown font, still make a sheet, but another one.
  const found = result.hasError() ? result.takeDiagnostics() : result.takeWarnings();
  if (found) throw new Fault([...new Set(compiler.fetchDiagnostics(found).map(place))].join('; '));
  return result.result;
}

// Export faults come as the debug text of a Rust value, in which quotes and backslashes are escaped.
function exportFault({ message }) {
  const messages = [...message.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(m => m[1].replace(/\\(["\\])/g, '$1'));
  const undisplayed = messages.map(m => /the text `"(.*?)"` could not be displayed/.exec(m)?.[1]).filter(t => t);
  const characters = undisplayed.flatMap(text => [...text.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))]);
  return new Fault(messages.join('; ') || message, [...new Set(characters)]);
}

function typeset(compiler, request) {
  const compiled = compile(compiler, request);
  try {
    return compiler.pdf(compiled, { pdfStandard: request.standard }).toString('base64');
  } catch (error) {
    throw exportFault(error);
  }
}

function reply(compiler, line) {
  let id = 0;
  try {
    const request = JSON.parse(line);
    id = request.id;
    answer({ id, pdf: typeset(compiler, request) });
  } catch (error) {
    answer({ id, error: oneLine(String(error.message ?? error)), characters: error.characters ?? [] });
  }
}

try {
  const compiler = loadCompiler();
  answer({ ready: true });
  let notices = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    reply(compiler, line);
    if (++notices % noticesPerEviction === 0) compiler.evictCache(0);
  }
} catch (error) {
  // Node's further lines tell where it looked, which is nobody's business.
  answer({ error: oneLine(String(error.message ?? error).split('\n')[0]) });
  process.exitCode = 1;
}
