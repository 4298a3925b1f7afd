#!/usr/bin/env node
// Checks the Node version before anything is loaded (the database library ends without a word on
// versions that it does not support), then starts the built program. Written so that even an old
// Node can read it.

var parts = process.versions.node.split('.').map(Number);
var major = parts[0];
var minor = parts[1];
if ((major === 20 && minor >= 19) || (major === 22 && minor >= 14) || major > 22) {
  require('../dist/start.cjs');
} else {
  process.stderr.write(
    'irotool needs Node 20.19 or later, or 22.14 or later; this is Node ' + process.versions.node + '.\n',
  );
  process.exitCode = 1;
}
