// What npm runs before it installs anything. With Node 20 it takes a version of the database library that has to be
// compiled, unless its binary can be fetched from GitHub; what that needs is said before it is tried, for what a
// compiler says that is not there fills three screens. Written so that even an old Node can read it.

var fs = require('fs');
var path = require('path');

var parts = process.versions.node.split('.').map(Number);
if (
  parts[0] < 20 ||
  (parts[0] === 20 && parts[1] < 19) ||
  parts[0] === 21 ||
  (parts[0] === 22 && parts[1] < 14)
) {
  refuse('irotool needs Node 20.19 or later, or 22.14 or later; this is Node ' + process.versions.node + '.');
} else if (parts[0] === 20 && process.platform !== 'win32' && !process.env.IROTOOL_PREBUILT) {
  compiles();
}

function compiles() {
  var missing = [
    ['a C++ compiler (g++ or clang++)', process.env.CXX ? [process.env.CXX] : ['c++', 'g++', 'clang++']],
    ['make', ['make', 'gmake']],
    ['Python 3', process.env.PYTHON ? [process.env.PYTHON] : ['python3', 'python']],
  ].filter((need) => !need[1].some(isThere));
  if (missing.length > 0) {
    refuse(
      'With Node 20 the database library of irotool is compiled, which needs a C++ compiler, make and Python 3. Not here: ' +
        missing.map((need) => need[0]).join(', ') +
        '.\nWith Node 22.14 or later nothing is compiled. If this machine may fetch the library’s binary from GitHub, type it again with IROTOOL_PREBUILT=1 before it.',
    );
  } else {
    process.stdout.write(
      'With Node 20 the database library is compiled, about a minute; with Node 22.14 or later it is not.\n',
    );
  }
}

function isThere(program) {
  if (path.isAbsolute(program)) return fs.existsSync(program);
  return (process.env.PATH || '').split(path.delimiter).some((folder) => {
    try {
      fs.accessSync(path.join(folder, program), fs.constants.X_OK);
      return true;
    } catch (_) {
      return false;
    }
  });
}

function refuse(words) {
  process.stderr.write(words + '\nNothing was installed.\n');
  process.exitCode = 1;
}
