// Builds dist/: the law as JSON files, the program as one bundle in which each command's code waits
// until it is called, the morning's `due` as a small one of its own, and code caches for this Node.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sqlitePlugin } from './sqlite-plugin.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
mkdirSync(dist, { recursive: true });

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The folders of the libraries whose code is in what is shipped, for their licences. */
const libraries = new Set();
async function ship(options) {
  const { metafile } = await build({ ...options, metafile: true });
  for (const file of Object.keys(metafile.inputs)) {
    const folder = /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replace(/^sqlite:/, ''));
    if (folder) libraries.add(folder[0]);
  }
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
};

// The law first, compiled by the program's own reader.
const compiler = join(dist, 'compile.cjs');
await build({ ...shared, entryPoints: ['src/law/compile.ts'], outfile: compiler });
const { compileLaw, compileCoverage, compileReasons, inBrief } = createRequire(import.meta.url)(compiler);
const law = compileLaw(join(root, 'data'), join(root, 'src', 'core'));
// A file for each part, so that an ordinary day reads no more of it than it needs.
const { packs, sources, codes, ...base } = law;
const briefs = Object.fromEntries(packs.map((pack) => [pack.name, inBrief(pack)]));
const reasons = compileReasons(join(root, 'data'));
const parts = { base: { ...base, briefs }, sources, codes, 'letter-reasons': reasons };
for (const pack of packs) parts[`pack-${pack.name}`] = pack;
mkdirSync(join(dist, 'law'), { recursive: true });
for (const [name, part] of Object.entries(parts)) {
  writeFileSync(join(dist, 'law', `${name}.json`), JSON.stringify(part));
}
// Apart from the law, which is read every day: which scenarios cover which rule is asked for rarely.
const coverage = compileCoverage(join(root, 'test', 'scenarios'), law.packs);
writeFileSync(join(dist, 'coverage.json'), JSON.stringify(coverage));
rmSync(compiler);

// The templates as they are read, so that no front matter is read on an ordinary day; each is known again by its hash.
const reader = join(dist, 'shelf.cjs');
await build({ ...shared, entryPoints: ['src/documents/template/compile.ts'], outfile: reader });
const { compileTemplates } = createRequire(import.meta.url)(reader);
writeFileSync(join(dist, 'templates.json'), JSON.stringify(compileTemplates(join(root, 'templates'))));
rmSync(reader);

// The options that follow from the steps, worked out once: the table of commands reads them and loads no step.
const table = join(dist, 'step-options.cjs');
await build({ ...shared, entryPoints: ['src/command-table/step-options.ts'], outfile: table });
const { STEP_OPTIONS } = createRequire(import.meta.url)(table);
rmSync(table);
const stepOptions = {
  name: 'step-options',
  setup(build) {
    build.onLoad({ filter: /command-table[/\\]step-options\.ts$/ }, () => ({
      contents: `export const STEP_OPTIONS = ${JSON.stringify(STEP_OPTIONS)};`,
      loader: 'ts',
    }));
  },
};

/**
 * Parts of libraries that every start would pay for: commander's running of other programs, which irotool never
 * calls, and inquirer's opening of a text editor, which waits in a file of its own until somebody asks for it.
 */
const unused = {
  name: 'unused',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'unused', namespace: 'unused' } : undefined,
    );
    // Other ways in which pg could reach a server, which irotool does not take.
    build.onResolve({ filter: /^pg-(native|cloudflare)$/ }, () => ({ path: 'unused', namespace: 'unused' }));
    build.onResolve({ filter: /^@inquirer\/external-editor$/ }, () => ({
      path: 'editor',
      namespace: 'editor',
    }));
    build.onResolve({ filter: /^\.\/editor\.cjs$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: 'editor' }, () => ({
      contents: "exports.editAsync = (...given) => require('./editor.cjs').editAsync(...given);",
      loader: 'js',
    }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};

// Libraries that only some commands need, each a file of its own that waits until it is asked for:
// in the bundle every start would read them.
const WAITING = [
  '@inquirer/core',
  'chalk',
  'cli-table3',
  'csv-parse/sync',
  'csv-stringify/sync',
  'docx',
  'handlebars',
  'inquirer',
  'marked',
  'nodemailer',
  'nodemailer/lib/mail-composer',
  'pg',
  'read-excel-file/node',
  'write-excel-file/node',
  'yaml',
];
const fileOf = (library) => `lib/${library.replaceAll('/', '-')}.cjs`;
const waiting = {
  name: 'waiting',
  setup(build) {
    build.onResolve({ filter: /^@?[a-z]/ }, ({ path }) =>
      // From bin/, whose `require` the bundle is given.
      WAITING.includes(path) ? { path: `../dist/${fileOf(path)}`, external: true } : undefined,
    );
  },
};
for (const library of WAITING) {
  await ship({
    ...shared,
    entryPoints: [library],
    outfile: join(dist, fileOf(library)),
    charset: 'ascii',
    minify: true,
    legalComments: 'linked',
    plugins: [unused],
  });
}

await ship({
  ...shared,
  entryPoints: ['@inquirer/external-editor'],
  outfile: join(dist, 'lib/editor.cjs'),
  charset: 'ascii',
  minify: true,
  legalComments: 'linked',
});

/** Leaves all commands but these out of a bundle, and the parts of their table, unless all of it is wanted. */
const only = (commands, part) => ({
  name: 'only',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/commands\// }, ({ path, importer }) =>
      importer.includes('command-table') && !commands.includes(basename(path))
        ? { path: 'unused', namespace: 'unused' }
        : undefined,
    );
    build.onLoad({ filter: /command-table\/[a-z-]+\.ts$/ }, async ({ path }) => {
      const name = basename(path, '.ts');
      if (part === 'all' || ['index', 'spec', 'for-each', 'options', 'headings', part].includes(name))
        return undefined;
      return { contents: `export const ${name.toUpperCase().replaceAll('-', '_')} = [];`, loader: 'ts' };
    });
  },
});

/**
 * What an ordinary morning does not call, left out of its bundle: the engine, for dates are kept and only
 * worked out again if rules, holidays, settings or a fact after today ask for it; asking; reading a council's own
 * pack, which is kept too; bringing a database up to date; what is said of a command line that is mistyped. Each is asked for before anything is printed, and then the
 * whole program starts instead. What is no function is not left out: a bundle that wants it is not built.
 */
const RARE = [
  'recording/going-back',
  'recording/steps/in-turn',
  'recording/ref-typed',
  'refused-words',
  'version-words',
  'screens/written',
  'cases/people/role-words',
  'cases/people/whole-name',
  'core/rules/brief',
  'core/engine/fate',
  'core/engine/plan-by',
  'core/privacy/facts-in-words',
  'core/engine/review-number',
  'core/engine/series',
  'core/engine/timetable',
  'law/packs',
  'store/agenda/agenda',
  'store/kept-facts',
  'store/file/migrate',
  'store/file/migrations/',
  'store/agenda/reckoning',
];
// What opens a database: help and version call no command.
// A file that has moved would be read every morning, and nobody would be told.
const NEVER_FOR_HELP = [
  'recording/going-back',
  'recording/steps/in-turn',
  'recording/ref-typed',
  'refused-words',
  'version-words',
  'screens/written',
  'context',
];
const gone = [...RARE, ...NEVER_FOR_HELP].filter(
  (rare) => !existsSync(join(root, 'src', rare.endsWith('/') ? rare : `${rare}.ts`)),
);
if (gone.length > 0)
  throw new Error(
    `No such file in src: ${gone.join(', ')}. See RARE and NEVER_FOR_HELP in scripts/build.mjs.`,
  );

const without = (files) => ({
  name: 'without',
  setup(build) {
    const src = join(root, 'src');
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const name = relative(src, path).replaceAll('\\', '/').replace(/\.ts$/, '');
      if (!files.some((rare) => name === rare || (rare.endsWith('/') && name.startsWith(rare))))
        return undefined;
      const functions = /^export (?:async )?(?:function (\w+)|const (\w+) = \([^)]*\)(?:: \w+)? =>)/gm;
      const names = Array.from(readFileSync(path, 'utf8').matchAll(functions), ([, a, b]) => a ?? b);
      return {
        contents: `import { NotInThisBundle } from ${JSON.stringify(join(src, 'errors.ts'))};
          const rare = () => { throw new NotInThisBundle(); };
          export { ${names.map((each) => `rare as ${each}`).join()} };`,
        loader: 'ts',
        resolveDir: dirname(path),
      };
    });
  },
});

// The whole program; the morning's command alone, for what the others bring would be read each time;
// and the table of commands without any, for help and version.
const BUNDLES = {
  irotool: [],
  due: [without(RARE), only(['due'], 'everyday')],
  tray: [without([...RARE, 'recording/tray/turn']), only(['tray'], 'everyday')],
  help: [without(NEVER_FOR_HELP), only([], 'all')],
};
for (const [name, plugins] of Object.entries(BUNDLES)) {
  await ship({
    ...shared,
    entryPoints: ['src/main.ts'],
    outfile: join(dist, `${name}.cjs`),
    charset: 'ascii',
    // bin/irotool.js calls it, as Node calls a module.
    banner: { js: '(function (require, module, exports, __filename, __dirname, startWhole) {' },
    footer: { js: '})' },
    define: { IROTOOL_VERSION: JSON.stringify(version) },
    minify: true,
    legalComments: 'linked',
    // The code cache has no loader of its own: what waits is required.
    supported: { 'dynamic-import': false },
    // What is left out first: then nothing more is put into it.
    plugins: [unused, waiting, ...plugins, stepOptions, sqlitePlugin(root)],
  });
  writeInAscii(join(dist, `${name}.cjs`));
}

/**
 * bin/irotool.js reads a bundle as ASCII. esbuild escapes other signs in strings but not in regular
 * expressions, where `’` read so is three other signs.
 */
function writeInAscii(file) {
  const escaped = readFileSync(file, 'utf8').replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(file, escaped);
}

writeFileSync(join(dist, 'libraries.json'), JSON.stringify([...libraries].sort()));

// A day with something of everything on its list.
const TODAY = '2026-03-30';
makeCodeCaches();

/** Runs each bundle once on invented children, and keeps what the engine compiled for it. */
function makeCodeCaches() {
  const folder = mkdtempSync(join(tmpdir(), 'irotool-build-'));
  const db = join(folder, 'build.db');
  const irotool = (words, env = {}) =>
    execFileSync(
      process.execPath,
      [join(root, 'bin', 'irotool.js'), ...words, `--today=${TODAY}`, `--db=${db}`],
      {
        env: { ...process.env, ...env },
        // Pipes, as of those who run it by clock or script; what a terminal needs is made when asked for.
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
  try {
    for (const name of Object.keys(BUNDLES)) rmSync(join(dist, `${name}.cache`), { force: true });
    irotool(['demo', '--children', '120', '--quiet']);
    const runs = { irotool: ['child', 'list'], due: ['due', '--week'], help: ['--help'] };
    for (const [name, words] of Object.entries(runs)) {
      irotool(words, { IROTOOL_MAKE_CODE_CACHE: join(dist, `${name}.cache`) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
