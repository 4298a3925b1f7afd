// Bundles the database library's JavaScript, so that its dozen small files are in the code cache
// too: a third of what a start costs. Its compiled part stays where npm put it. Where the installed
// version is not the one that was bundled, the installed one is used whole.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const NATIVE = 'build/Release/better_sqlite3.node';

/** The esbuild plugin, for a bundle made in `root`. */
export function sqlitePlugin(root) {
  const manifest = join(root, 'node_modules', 'better-sqlite3', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return {
    name: 'sqlite',
    setup(build) {
      build.onResolve({ filter: /^better-sqlite3$/ }, ({ namespace }) =>
        namespace === 'sqlite'
          ? { path: 'better-sqlite3', external: true }
          : { path: 'choice', namespace: 'sqlite' },
      );
      build.onResolve({ filter: /^better-sqlite3\/package/ }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /^bindings$/ }, () => ({ path: 'bindings', namespace: 'sqlite' }));
      // By its whole path, which needs no looking for.
      build.onLoad({ filter: /^bindings$/, namespace: 'sqlite' }, () => ({
        contents: `module.exports = () => module.require(require.resolve('better-sqlite3/package.json')
          .replace('package.json', '${NATIVE}'));`,
        loader: 'js',
        resolveDir: root,
      }));
      build.onLoad({ filter: /^choice$/, namespace: 'sqlite' }, () => ({
        contents: `
          const { existsSync, readFileSync } = require('node:fs');
          const manifest = require.resolve('better-sqlite3/package.json');
          const same = readFileSync(manifest, 'latin1').includes('"version": ${JSON.stringify(version)}')
            && existsSync(manifest.replace('package.json', '${NATIVE}'));
          module.exports = same ? require('better-sqlite3/lib/index.js') : require('better-sqlite3');`,
        loader: 'js',
        resolveDir: root,
      }));
    },
  };
}
