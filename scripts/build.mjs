// Builds dist/: the law as one JSON file, and the program as one bundle in which each command's
// code waits until it is called.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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

await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  outfile: join(dist, 'irotool.cjs'),
  external: ['better-sqlite3'],
  define: { IROTOOL_VERSION: JSON.stringify(version) },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
});
