// Bundles the database library's JavaScript, so that its dozen small files are in the code cache
// too: a third of what a start costs. Its compiled part stays where npm put it. Where the installed
// version is not the one that was bundled, the installed one is used whole; where there is none, or Node's own
// library is asked for, it is not looked for, and the program is given nothing.
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
      // Opened by its whole path: looking for it as for a module costs more than opening it.
      build.onLoad({ filter: /^bindings$/, namespace: 'sqlite' }, () => ({
        contents: `
          module.exports = () => {
            const addon = { exports: {} };
            process.dlopen(addon, require('sqlite-home').home + '/${NATIVE}');
            return addon.exports;
          };`,
        loader: 'js',
        resolveDir: root,
      }));
      build.onResolve({ filter: /^sqlite-home$/ }, () => ({ path: 'home', namespace: 'sqlite' }));
      build.onLoad({ filter: /^home$/, namespace: 'sqlite' }, () => ({
        contents: `
          const { existsSync, readFileSync } = require('node:fs');
          const { dirname } = require('node:path');
          // Where npm puts it, for a checkout and for an installed tool; else wherever Node finds it.
          const places = [__dirname + '/../node_modules/better-sqlite3', __dirname + '/../../better-sqlite3'];
          const elsewhere = () => {
            try {
              return dirname(require.resolve('better-sqlite3/package.json'));
            } catch {
              return null;
            }
          };
          exports.home = places.find((place) => existsSync(place + '/package.json')) ?? elsewhere();
          exports.isBundled = exports.home !== null && readFileSync(exports.home + '/package.json', 'latin1')
            .includes('"version": ${JSON.stringify(version)}') && existsSync(exports.home + '/${NATIVE}');`,
        loader: 'js',
        resolveDir: root,
      }));
      build.onLoad({ filter: /^choice$/, namespace: 'sqlite' }, () => ({
        contents: `
          const { home, isBundled } = process.env.IROTOOL_SQLITE === 'node' ? {} : require('sqlite-home');
          module.exports = isBundled
            ? require('better-sqlite3/lib/index.js')
            : home ? require('better-sqlite3') : null;`,
        loader: 'js',
        resolveDir: root,
      }));
    },
  };
}
