/**
 * Loads the program with the code cache that the build made, which saves most of the time it takes
 * to start. A cache from another Node is refused by the engine, and the program is compiled as usual.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

const filename = join(__dirname, 'irotool.cjs');

function codeCache(): Buffer | undefined {
  try {
    return readFileSync(join(__dirname, 'irotool.cache'));
  } catch {
    return undefined;
  }
}

// The build writes ASCII only, which is read fastest as what it is.
const source = readFileSync(filename, 'latin1');
const cachedData = codeCache();
const script = new Script(`(function (require, module, exports, __filename, __dirname) {${source}\n})`, {
  filename,
  ...(cachedData === undefined ? {} : { cachedData }),
});
// The build asks for the cache after a run, so that what a run needs is in it.
if (process.env.IROTOOL_MAKE_CODE_CACHE === filename) {
  process.on('exit', () => writeFileSync(join(__dirname, 'irotool.cache'), script.createCachedData()));
}
script.runInThisContext()(require, module, exports, filename, __dirname);
