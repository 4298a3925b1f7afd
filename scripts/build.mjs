// Builds dist/: the law as one JSON file, the program as one bundle in which each command's code
// waits until it is called, and a code cache for this Node.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sqlitePlugin } from './sqlite-plugin.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
mkdirSync(dist, { recursive: true });

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

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
const { compileLaw, compileCoverage } = createRequire(import.meta.url)(compiler);
const law = compileLaw(join(root, 'data'), join(root, 'src', 'core'));
writeFileSync(join(dist, 'law.json'), JSON.stringify(law));
// Apart from the law, which is read every day: which scenarios cover which rule is asked for rarely.
const coverage = compileCoverage(join(root, 'test', 'scenarios'), law.packs);
writeFileSync(join(dist, 'coverage.json'), JSON.stringify(coverage));
rmSync(compiler);

/**
 * Parts of libraries that irotool never calls and every start would pay for: commander's running of
 * other programs, and inquirer's opening of a text editor.
 */
const unused = {
  name: 'unused',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'unused', namespace: 'unused' } : undefined,
    );
    build.onResolve({ filter: /^@inquirer\/external-editor$/ }, () => ({
      path: 'unused',
      namespace: 'unused',
    }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};

await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  outfile: join(dist, 'irotool.cjs'),
  charset: 'ascii',
  define: { IROTOOL_VERSION: JSON.stringify(version) },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  plugins: [unused, sqlitePlugin(root)],
});
await build({ ...shared, entryPoints: ['src/start.ts'], outfile: join(dist, 'start.cjs'), minify: true });

makeCodeCache();

/** Runs the morning's command once on an empty database, and keeps what the engine compiled for it. */
function makeCodeCache() {
  const folder = mkdtempSync(join(tmpdir(), 'irotool-build-'));
  const irotool = (words, env = {}) =>
    execFileSync(process.execPath, [join(root, 'bin', 'irotool.js'), ...words], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  try {
    rmSync(join(dist, 'irotool.cache'), { force: true });
    const db = join(folder, 'build.db');
    irotool(['init', '--council', 'Build', '--yes', '--quiet', '--db', db]);
    irotool(['due', '--week', '--db', db], { IROTOOL_MAKE_CODE_CACHE: join(dist, 'irotool.cjs') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
