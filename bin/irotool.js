#!/usr/bin/env node
// Checks the Node version before anything is loaded (the database library ends without a word on
// versions that it does not support), then runs the built program with the code cache that the build
// made, which saves most of the time it takes to start. A cache made by another Node is refused by
// the engine, and the program is compiled as usual. Written so that even an old Node can read it.

var parts = process.versions.node.split('.').map(Number);
var major = parts[0];
var minor = parts[1];
if ((major === 20 && minor >= 19) || (major === 22 && minor >= 14) || major > 22) {
  start(programOf(process.argv.slice(2)));
} else {
  process.stderr.write(
    'irotool needs Node 20.19 or later, or 22.14 or later; this is Node ' + process.versions.node + '.\n',
  );
  process.exitCode = 1;
}

/** The morning's command, the tray (which is what irotool alone is on a terminal), and help and version, are small programs of their own, which start sooner. */
function programOf(typed) {
  if (typed[0] === 'due' || typed[0] === 'tray') return typed[0];
  if (!typed.every((word) => word[0] === '-')) return 'irotool';
  return typed.some((word) => /^(-h|--help|-V|--version)$/.test(word)) || !isTerminal() ? 'help' : 'tray';
}

function isTerminal() {
  var tty = require('tty');
  return tty.isatty(0) && tty.isatty(1) && tty.isatty(2);
}

function start(name) {
  var fs = require('fs');
  var vm = require('vm');
  var dist = __dirname + '/../dist/';
  var program = dist + name + '.cjs';
  var options = { filename: program };
  try {
    options.cachedData = fs.readFileSync(dist + name + '.cache');
  } catch (_) {
    // It is made after the first build, and nothing but speed hangs on it.
  }
  var source;
  try {
    // The build writes ASCII only, which is read fastest as what it is.
    source = fs.readFileSync(program, 'latin1');
  } catch (_) {
    process.stderr.write('irotool has not been built here. To build it: npm run build\n');
    process.exitCode = 1;
    return;
  }
  var script = new vm.Script(source, options);
  // The build asks for the cache after a run, so that what a run needs is in it.
  if (process.env.IROTOOL_MAKE_CODE_CACHE) {
    process.on('exit', () => {
      fs.writeFileSync(process.env.IROTOOL_MAKE_CODE_CACHE, script.createCachedData());
    });
  }
  // What a small one left out, because it is rarely needed, the whole program has.
  var startWhole = () => start('irotool');
  script.runInThisContext()(require, module, exports, program, dist.slice(0, -1), startWhole);
}
