import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, matchesGlob, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FAST, SLOW } from './shape.mts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every TypeScript file below a folder, as paths from it with forward slashes. */
function typeScriptIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(join(ROOT, folder), join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const FILES = typeScriptIn('src');
const TEXTS = new Map(FILES.map((file) => [file, read(`src/${file}`)]));

/** The code without its comments, so that a word in one is not taken for a deed. */
const codeOf = (file: string): string =>
  TEXTS.get(file)!
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

interface Import {
  readonly file: string;
  /** As written: `../core/dates`, `node:fs`, `yaml`. */
  readonly what: string;
  /** The file of src it names, without `.ts`; null for a library. */
  readonly inside: string | null;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const found = [
    ...codeOf(file).matchAll(
      /^(?:import|export)\s+(?<type>type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"](?<what>[^'"]+)['"]|\b(?:import|require)\(\s*['"](?<later>[^'"]+)['"]\s*\)/gm,
    ),
  ];
  return found.map(({ groups }) => {
    const what = groups!.what ?? groups!.later!;
    const inside = what.startsWith('.')
      ? normalize(join(dirname(file), what))
          .split(sep)
          .join('/')
      : null;
    return { file, what, inside, typeOnly: groups!.type !== undefined };
  });
}

const IMPORTS = FILES.flatMap(importsOf);
const LIBRARIES = IMPORTS.filter(({ what, inside }) => inside === null && !isNode(what));

function isNode(what: string): boolean {
  return what.startsWith('node:') || builtinModules.includes(what);
}

/** `date-fns` of `date-fns/addMonths`, `@scope/name` of `@scope/name/part`. */
const packageOf = (what: string): string =>
  what
    .split('/')
    .slice(0, what.startsWith('@') ? 2 : 1)
    .join('/');

/** The folder of a file of src, or the file itself where it is in none. */
const areaOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);

describe('imports run one way', () => {
  // Folders that may be imported from, besides the folder itself; what is not listed may import everything.
  const MAY: Readonly<Record<string, readonly string[]>> = {
    core: [],
    steps: ['core'],
    law: ['core', 'errors', 'yaml', 'text-file'],
    store: ['core', 'errors'],
    documents: ['core', 'errors', 'yaml', 'text-file', 'nodemailer'],
    mail: ['core', 'errors', 'store', 'text-file', 'nodemailer'],
    cases: ['context', 'core', 'errors', 'law', 'store', 'ui'],
    screens: ['cases', 'context', 'core', 'errors', 'exchange', 'law', 'store', 'ui', 'yaml'],
    letters: ['cases', 'context', 'core', 'documents', 'errors', 'law', 'store', 'text-file', 'ui'],
    exchange: ['cases', 'context', 'core', 'documents', 'errors', 'law', 'store', 'text-file', 'ui'],
    recording: [
      ...['cases', 'context', 'core', 'documents', 'errors', 'law', 'letters', 'screens', 'steps', 'store'],
      ...['text-file', 'ui', 'unit-check'],
    ],
    completion: [
      ...[
        'command-table',
        'cases',
        'context',
        'core',
        'errors',
        'law',
        'letters',
        'recording',
        'steps',
        'store',
      ],
      ...['ui', 'unit-check'],
    ],
    reports: [
      ...[
        'cases',
        'context',
        'core',
        'documents',
        'errors',
        'exchange',
        'law',
        'letters',
        'mail',
        'nodemailer',
      ],
      ...['store', 'ui'],
    ],
    'unit-check': [
      ...['cases', 'context', 'core', 'documents', 'errors', 'law', 'letters', 'mail', 'reports', 'screens'],
      ...['store', 'text-file', 'ui'],
    ],
    demo: ['core', 'store'],
    ui: ['core', 'errors'],
    'errors.ts': [],
    'text-file.ts': ['errors'],
    'yaml-slips.ts': [],
    'yaml.ts': ['core', 'errors', 'text-file', 'yaml-slips'],
    'nodemailer.ts': ['core', 'errors'],
    'io.ts': [],
  };
  /** The screen is told what it may write to by the caller: types only. */
  const TYPES: Readonly<Record<string, readonly string[]>> = { ui: ['io', 'context'] };

  it('finds the import lines it reads', () => {
    expect(FILES.length).toBeGreaterThan(40);
    expect(importsOf('core/time/dates.ts').map(({ what }) => what)).toEqual(['date-fns/differenceInYears']);
    // Over several lines, for types only, and in the middle of a function.
    expect(importsOf('core/engine/story.ts').map(({ inside }) => inside)).toContain('core/events/fact');
    expect(importsOf('core/events/order.ts').find(({ what }) => what === '../time/dates')?.typeOnly).toBe(
      true,
    );
    expect(importsOf('ui/library.ts').map(({ what }) => what)).toContain('inquirer');
  });

  it('names only files that there are', () => {
    const lost = IMPORTS.filter(({ inside }) => inside !== null && !FILES.includes(`${inside}.ts`));
    expect(lost.map(({ file, what }) => `${file}: ${what}`)).toEqual([]);
  });

  it('from commands down to core, and never back', () => {
    const wrong = IMPORTS.filter(({ file, inside, typeOnly }) => {
      const [area, may] = [areaOf(file), MAY[areaOf(file)]];
      if (inside === null || may === undefined) return false;
      const target = areaOf(inside);
      return target !== area && !may.includes(target) && !(typeOnly && TYPES[area]?.includes(target));
    });
    expect(wrong.map(({ file, what }) => `${file}: ${what}`)).toEqual([]);
  });

  it('core says what is to be done, and names no command and no option: what is typed for it, the steps say', () => {
    const named = /irotool [a-z]|(?<![\w-])--[a-z]/;
    expect(FILES.filter((file) => file.startsWith('core/') && named.test(codeOf(file)))).toEqual([]);
    // It is found if it is there.
    expect(codeOf('steps/sitting.ts')).toMatch(named);
  });

  it('puts every folder of src in the order', () => {
    const known = [...Object.keys(MAY), 'commands', 'command-table'];
    expect(
      [...new Set(FILES.map(areaOf))].filter((area) => !area.endsWith('.ts') && !known.includes(area)),
    ).toEqual([]);
  });

  it('a command and a screen give the parts of what is shown, and one file asks how wide the screen is', () => {
    const asking = FILES.filter((file) => /\bscreenWidth\(/.test(codeOf(file)) && !file.startsWith('ui/'));
    expect(asking).toEqual([
      // What is laid out besides: the report of several teams, the morning’s list, findings in colour, the tray.
      ...['commands/report/overdue.ts', 'reports/delivery-told.ts', 'screens/due/list.ts'],
      ...['screens/findings.ts', 'screens/show.ts', 'screens/tray.ts'],
    ]);
  });

  it('a command gives what it has, as data and as a screen, and one file decides which of them is printed', () => {
    const deciding = FILES.filter((file) => /\bflags\.(?:json|csv)\b/.test(codeOf(file)));
    expect(deciding).toEqual([
      'called.ts', // words go beside the data
      'cases/due-gathered.ts', // a screen is shortened, data is not
      'cli.ts', // one of them alone
      'commands/child/list.ts', // data has those who left care too
      'commands/import/import.ts', // what a screen shows is said beside the data
      'commands/report/overdue.ts', // a table is of one report
      'commands/report/together.ts', // which options go together
      'exchange/day-lines.ts', // a million lines are written as they are read
      'recording/letters/save.ts', // a text is printed, or data
      'recording/next/take-next.ts', // one who asks a person gives no data
      'reports/delivery-told.ts', // what went wrong with a mail is said beside the data
      'screens/show.ts',
      'ui/prompts.ts', // who wants data is not asked
    ]);
  });

  it('keeps commands out of everything below them', () => {
    const callers = IMPORTS.filter(({ inside }) => inside?.startsWith('commands/')).map(({ file }) =>
      areaOf(file),
    );
    expect(
      [...new Set(callers)].filter(
        (area) => !['commands', 'command-table'].includes(area) && !area.endsWith('.ts'),
      ),
    ).toEqual([]);
  });

  it('in no circle, not even of types, however late it is loaded', () => {
    const uses = new Map(FILES.map((file) => [file.replace(/\.ts$/, ''), [] as string[]]));
    for (const { file, inside } of IMPORTS) {
      if (inside !== null) uses.get(file.replace(/\.ts$/, ''))!.push(inside);
    }
    expect([...uses.values()].flat().length).toBeGreaterThan(1000);
    const done = new Set<string>();
    const circles: string[] = [];
    const follow = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      if (done.has(file) || way.includes(file)) return;
      for (const next of uses.get(file) ?? []) follow(next, [...way, file]);
      done.add(file);
    };
    for (const file of uses.keys()) follow(file, []);
    expect(circles).toEqual([]);
  });

  it('keeps the rooms small', () => {
    const rooms = new Map<string, number>();
    for (const file of FILES) {
      const room = dirname(file);
      rooms.set(room, (rooms.get(room) ?? 0) + 1);
    }
    const large = [...rooms].filter(([, files]) => files > 25).map(([room]) => room);
    expect(large).toEqual([]);
  });

  it('leaves the core without files, database, clock or colour', () => {
    const outside = IMPORTS.filter(({ file, inside }) => areaOf(file) === 'core' && inside === null);
    expect(outside.map(({ what }) => packageOf(what)).filter((what) => what !== 'date-fns')).toEqual([]);
    for (const file of FILES.filter((each) => areaOf(each) === 'core')) {
      expect([
        file,
        codeOf(file).match(/\b(process|console|globalThis|setTimeout|Math\.random)\b/)?.[0],
      ]).toEqual([...[file, undefined]]);
    }
  });
});

describe('a command that is printed', () => {
  it('has what people typed as a shell takes it, by core/as-typed.ts, and never between plain quotation marks', () => {
    const plain = /(?:irotool [^`]*|--[a-z-]+ )"\$\{(?!first \?|file\})/g;
    const found = FILES.map(
      (file) => [file, [...codeOf(file).matchAll(plain)].map(([text]) => text)] as const,
    );
    expect(found.filter(([, texts]) => texts.length > 0)).toEqual([
      // Words of a folder, behind a whole word in quotation marks.
      ['commands/init.ts', [expect.stringContaining('--name "…"${')]],
    ]);
  });
});

describe('one library, one file', () => {
  const ONLY: Readonly<Record<string, string>> = {
    'better-sqlite3': 'store/driver/better-sqlite3.ts',
    inquirer: 'ui/library.ts',
    '@inquirer/core': 'ui/list-prompts.ts',
    commander: 'cli.ts',
    'date-fns': 'core/time/dates.ts',
    yaml: 'yaml.ts',
    handlebars: 'documents/template/handlebars.ts',
    marked: 'documents/markdown.ts',
    nodemailer: 'nodemailer.ts',
    pg: 'exchange/export/postgres/connect.ts',
    chalk: 'ui/screen.ts',
    'env-paths': 'store/file/place.ts',
  };
  const users = new Map<string, Set<string>>();
  for (const { file, what } of LIBRARIES) {
    users.set(packageOf(what), (users.get(packageOf(what)) ?? new Set()).add(file));
  }

  it('holds for every library', () => {
    const shared = [...users].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files]);
    expect(shared).toEqual([]);
  });

  it('asks for Node’s own database library in one file', () => {
    expect(FILES.filter((file) => /\bgetBuiltinModule\b[^;]*'node:sqlite'/.test(codeOf(file)))).toEqual([
      'store/driver/node-sqlite.ts',
    ]);
  });

  it.each(Object.entries(ONLY))('%s is imported by %s alone', (name, file) => {
    expect([...(users.get(name) ?? [])]).toEqual([file]);
  });

  it('reads and writes comma-separated files in two files of exchange', () => {
    for (const name of ['csv-parse', 'csv-stringify']) {
      expect([...users.get(name)!].map(areaOf)).toEqual(['exchange']);
    }
  });

  it('has each library that is imported in package.json, and none that is only for tests', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    expect([...users.keys()].filter((name) => !(name in { ...dependencies, ...devDependencies }))).toEqual(
      [],
    );
    for (const name of ['vitest', 'fast-check', 'date-holidays', 'esbuild'])
      expect(users.has(name)).toBe(false);
  });
});

describe('one way of writing', () => {
  it('is store/writing.ts: nothing else begins a transaction, but what writes no facts, and the import, which refuses any change', () => {
    const begins = FILES.filter((file) =>
      /\.transaction\(|\bBEGIN (IMMEDIATE|EXCLUSIVE)\b/.test(codeOf(file)),
    );
    expect(begins.sort()).toEqual([
      'exchange/import/save.ts',
      'mail/report-mail.ts',
      'store/agenda/agenda.ts',
      'store/driver/node-sqlite.ts',
      'store/file/migrate.ts',
      'store/outbox/lock.ts',
      'store/sqlite.ts',
      'store/writing.ts',
    ]);
  });
});

describe('one clock', () => {
  // The day comes from one reading of the clock; the rest only write down the instant of an entry.
  const MAY = (file: string): boolean =>
    ['core/time/dates.ts', 'main.ts', 'commands/backup.ts'].includes(file) || areaOf(file) === 'store';

  it('is read in one place, and no JavaScript date is made elsewhere', () => {
    const makers = FILES.filter((file) =>
      /\bnew Date\b|\bDate\.now\b|\bperformance\.now\b/.test(codeOf(file)),
    );
    expect(makers.filter((file) => !MAY(file))).toEqual([]);
  });

  it('is not read by the core, which takes today as an argument', () => {
    expect(
      FILES.filter((file) => areaOf(file) === 'core' && /\bDate\.now\b|\bnew Date\(\)/.test(codeOf(file))),
    ).toEqual([]);
  });
});

describe('every file', () => {
  it('calls its types as no other file calls one of its own', () => {
    const places = new Map<string, string[]>();
    for (const file of FILES) {
      for (const [, name] of codeOf(file).matchAll(/^export (?:type|interface) (\w+)/gm)) {
        places.set(name!, [...(places.get(name!) ?? []), file]);
      }
    }
    expect(places.size).toBeGreaterThan(500);
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  it('writes to the streams it was given, not to the console', () => {
    expect(FILES.filter((file) => /\bconsole\./.test(codeOf(file)))).toEqual([]);
  });

  it('leaves nothing to be done later', () => {
    expect(FILES.filter((file) => /\b(TODO|FIXME|XXX|HACK)\b/.test(TEXTS.get(file)!))).toEqual([]);
  });

  // About two hundred lines is the house's size.
  const lines = (file: string): number => TEXTS.get(file)!.trimEnd().split('\n').length;

  it('is at most three hundred lines', () => {
    expect(FILES.filter((file) => lines(file) > 300)).toEqual([]);
  });

  it('of commands is thin: all of them together have fewer than nine thousand lines', () => {
    const sum = (files: readonly string[]): number => files.reduce((all, file) => all + lines(file), 0);
    const ofCommands = sum(FILES.filter((file) => file.startsWith('commands/')));
    expect(ofCommands).toBeGreaterThan(0);
    expect(ofCommands).toBeLessThan(9000);
  });

  it('is no bag of utilities, and no class is a manager or a helper', () => {
    expect(FILES.filter((file) => /helper|util/i.test(file))).toEqual([]);
    expect(
      FILES.filter((file) => /\b(class|interface) \w*(Manager|Helper|Utils?)\b/.test(codeOf(file))),
    ).toEqual([]);
  });
});

describe('tests', () => {
  const tests = typeScriptIn('test').filter((file) => file.endsWith('.test.ts'));
  const names = (file: string): string[] =>
    [
      ...read(`test/${file}`).matchAll(
        /^\s*(?:describe|it|test)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])(.*?)(?<!\\)\1/gms,
      ),
    ].map((match) => match[2]!);

  it('are found, with names that say what holds and not what should', () => {
    expect(tests.length).toBeGreaterThan(5);
    expect(names('house.test.ts')).toContain('imports run one way');
    const poor = tests.flatMap((file) =>
      names(file)
        .filter((name) => /^(should|test)\b/i.test(name) || name.trim() === '')
        .map((name) => `${file}: ${name}`),
    );
    expect(poor).toEqual([]);
  });

  it('are none of them left out, or run alone', () => {
    const words = ['only', 'skip', 'todo', 'fails'].join('|');
    const pattern = new RegExp(`\\b(?:describe|it|test)\\.(?:${words})\\(`);
    expect(tests.filter((file) => pattern.test(read(`test/${file}`)))).toEqual([]);
  });

  it('lie beside their subject: a folder of tests is a folder of src', () => {
    const areas = new Set(FILES.map(areaOf));
    const others = ['support'];
    const folders = tests.filter((file) => file.includes('/')).map(areaOf);
    expect([...new Set(folders)].filter((folder) => !areas.has(folder) && !others.includes(folder))).toEqual(
      [],
    );
  });
});

describe('the package', () => {
  const manifest = JSON.parse(read('package.json'));

  it('runs where its database does: the Node versions that the library is known to work on', () => {
    expect(manifest.engines).toEqual({ node: '>=20.19 <21 || >=22.14' });
    expect(manifest.dependencies).toMatchObject({ 'better-sqlite3': '^12.11.1 || ^13.2.0' });
  });

  it('lets only the database library run a script on installing', () => {
    expect(manifest.allowScripts).toEqual({ 'better-sqlite3': true });
  });

  it('ships what runs and what people read, and no sources, tests or shrinkwrap', () => {
    expect(manifest.files).toEqual(expect.arrayContaining(['bin', 'dist', 'data', 'templates', 'docs']));
    for (const own of ['src', 'test', 'bench', 'scripts']) expect(manifest.files).not.toContain(own);
    expect(manifest.bin).toEqual({ irotool: 'bin/irotool.js' });
    expect(readdirSync(ROOT)).not.toContain('npm-shrinkwrap.json');
  });

  it('tests with a pair of versions that installs', () => {
    const { vitest, '@vitest/coverage-v8': coverage } = manifest.devDependencies;
    expect([vitest, coverage]).toEqual(['4.1.11', '4.1.11']);
  });
});

describe('the tests', () => {
  const TESTS = typeScriptIn('test')
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${file}`);
  const isFast = (file: string): boolean => !isSlow(file) && FAST.some((glob) => matchesGlob(file, glob));
  const isSlow = (file: string): boolean => (SLOW as readonly string[]).includes(file);

  it('that begin first are there', () => {
    expect(SLOW.filter((file) => !TESTS.includes(file))).toEqual([]);
  });

  it('that start processes, mail servers, LibreOffice or Chromium, or replace a module, have a process of their own', () => {
    const dear = /'node:child_process'|support\/(?:browser|libreoffice|mail-server|small-disk)'|\bvi\.mock\(/;
    expect(
      TESTS.filter((file) => !isSlow(file) && dear.test(read(file)) && file !== 'test/house.test.ts'),
    ).toEqual([]);
  });

  it('that are run while working open no database', () => {
    const opens = /\b(?:unit|irotool|openDatabase|openFile)\(/;
    expect(
      TESTS.filter((file) => isFast(file) && opens.test(read(file)) && file !== 'test/house.test.ts'),
    ).toEqual([]);
  });
});
