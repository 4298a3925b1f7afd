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
  var own;
  try {
    options.cachedData = fs.readFileSync(dist + name + '.cache');
  } catch (_) {
    // It is made after the first build, and nothing but speed hangs on it. A folder that runs by itself has none:
    // there it is made on the first start, by the Node that is in the folder.
    own = ownCache(fs, dist, name);
    if (own) options.cachedData = own.data;
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
  if (own && (!own.data || script.cachedDataRejected)) process.on('exit', () => keep(fs, own, script));
  // What a small one left out, because it is rarely needed, the whole program has.
  var startWhole = () => start('irotool');
  script.runInThisContext()(require, module, exports, program, dist.slice(0, -1), startWhole);
}

/**
 * The code cache in the user's own folder, for a folder that runs by itself (scripts/package): its file "packaged" says
 * which program it is, for the engine only looks whether the program is as long. There Node's own database library
 * is meant. Undefined if this is no such folder.
 */
function ownCache(fs, dist, name) {
  var which;
  try {
    which = fs.readFileSync(dist + 'packaged', 'latin1');
  } catch (_) {
    return undefined;
  }
  if (process.env.IROTOOL_SQLITE === undefined) process.env.IROTOOL_SQLITE = 'node';
  var env = process.env;
  var home = env.HOME || env.USERPROFILE;
  var base =
    process.platform === 'win32'
      ? env.LOCALAPPDATA && env.LOCALAPPDATA + '/irotool/Cache'
      : env.XDG_CACHE_HOME
        ? env.XDG_CACHE_HOME + '/irotool'
        : home && home + '/.cache/irotool';
  if (!base) return undefined;
  var own = { folder: base + '/code', start: name + '-', file: name + '-' + which + '-' + process.version };
  try {
    own.data = fs.readFileSync(own.folder + '/' + own.file);
  } catch (_) {
    // It is made when this start ends.
  }
  return own;
}

/** Keeps what the engine compiled, whole or not at all, and takes away what another version of the program left. */
function keep(fs, own, script) {
  var making = own.folder + '/' + own.file + '.making-' + process.pid;
  try {
    fs.mkdirSync(own.folder, { recursive: true, mode: 0o700 });
    fs.writeFileSync(making, script.createCachedData(), { flag: 'wx', mode: 0o600 });
    fs.renameSync(making, own.folder + '/' + own.file);
    fs.readdirSync(own.folder).forEach((file) => {
      if (file.indexOf(own.start) === 0 && file !== own.file && file.indexOf('.making-') < 0)
        fs.unlinkSync(own.folder + '/' + file);
    });
  } catch (_) {
    // A folder that cannot be written to, or a disk that is full: the next start is as slow as this one.
    try {
      fs.unlinkSync(making);
    } catch (_) {
      // It was not made.
    }
  }
}
