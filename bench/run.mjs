// npm run bench: whole processes, in pairs against `node -e 0`, output to a pipe, medians. Prints
// ratios and writes bench/RESULTS.md. Exit 1 where a limit is passed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'bin', 'irotool.js');
const folder = mkdtempSync(join(tmpdir(), 'irotool-bench-'));
const RUNS = 31;
const TODAY = '2026-03-30';
const LARGE = Number(process.env.BENCH_CHILDREN ?? 20_000);

const env = { ...process.env };
// Where it is set, Node reads that file at every start: thirty milliseconds that are nobody's.
delete env.NODE_EXTRA_CA_CERTS;
delete env.IROTOOL_DB;

/** Milliseconds that one process takes. */
function time(words, input) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { env, input, maxBuffer: 1 << 30 });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${words.join(' ')} exited ${status}: ${stderr}`);
  return { took, stdout };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const irotool = (...words) => time([bin, ...words]);

/** A command and an empty Node in turn: the medians, and the median of the ratios of the pairs. */
function pairs(words, runs = RUNS) {
  const ours = [];
  const floors = [];
  for (let run = -2; run < runs; run++) {
    const a = time([bin, ...words]).took;
    const b = time(['-e', '0']).took;
    // The first two warm the disk's cache.
    if (run < 0) continue;
    ours.push(a);
    floors.push(b);
  }
  return {
    ms: median(ours),
    floor: median(floors),
    ratio: median(ours.map((each, at) => each / floors[at])),
  };
}

/** A child, and nine people who are invited with them. */
const NINE_INVITED = [
  ['settings', 'set', 'unit.name', 'Reviewing Unit'],
  ['settings', 'set', 'unit.telephone', '01904 551000'],
  ['settings', 'set', 'signatory.name', 'Pat Admin'],
  [
    ...[
      'new-review',
      '--ref',
      'K1',
      '--name',
      'Siân O’Brien',
      '--born',
      '2015-05-02',
      '--basis',
      'V2',
      '--yes',
    ],
    ...[
      '--looked-after',
      '2026-03-02',
      '--iro',
      'A Khan',
      '--social-worker',
      'S Worker',
      '--placement',
      'U6',
    ],
  ],
  [
    'child',
    'link',
    'K1',
    'Jane O’Brien',
    '--role',
    'parent',
    '--relationship',
    'mother',
    '--responsibility',
    'yes',
  ],
  [
    'child',
    'link',
    'K1',
    'Dan Roe',
    '--role',
    'parent',
    '--relationship',
    'father',
    '--responsibility',
    'yes',
  ],
  ['child', 'link', 'K1', 'Beth Ames', '--role', 'carer'],
  ...['teacher', 'supervising-social-worker', 'advocate', 'independent-visitor'].map((role) => [
    ...['child', 'link', 'K1', `Person ${role}`, '--role', role],
  ]),
  ['review', 'plan', 'K1', '--meeting', '2026-03-27 16:30', '--venue', 'School', '--yes'],
];

const rows = [];
const failures = [];

function report(what, figure, limit = '') {
  rows.push([what, figure, limit]);
  console.log(`${what.padEnd(58)} ${figure.padStart(12)}  ${limit}`);
}

function ratio(what, words, limit) {
  const { ms, floor, ratio: found } = pairs(words);
  report(
    what,
    `${found.toFixed(2)}×`,
    `at most ${limit} (${ms.toFixed(0)} ms, floor ${floor.toFixed(0)} ms)`,
  );
  if (found > limit) failures.push(`${what}: ${found.toFixed(2)} is over ${limit}`);
}

const meter = join(folder, 'meter.cjs');
writeFileSync(
  meter,
  `process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    process.stderr.write('spent ' + (user + system) / 1000 + ' ' + process.resourceUsage().maxRSS / 1024 + ' ');
  });`,
);

/** Milliseconds of the processor that a process takes, and the most megabytes that it holds: other work on the machine slows it less. */
function spent(words) {
  const { status, stderr } = spawnSync(process.execPath, ['--require', meter, ...words], {
    env,
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${words.join(' ')} exited ${status}: ${stderr}`);
  const [, ms, megabytes] = /spent (\S+) (\S+) /.exec(String(stderr));
  return { ms: Number(ms), megabytes: Number(megabytes) };
}

/** A report of a large unit, by the processor beside an empty Node. */
function dear(what, words, limit) {
  const floor = median(Array.from({ length: 5 }, () => spent(['-e', '0']).ms));
  const { ms, megabytes } = spent([bin, ...words]);
  const found = ms / floor;
  report(
    what,
    `${found.toFixed(0)}×`,
    `at most ${limit} by the processor (${(ms / 1000).toFixed(1)} s, ${megabytes.toFixed(0)} MB)`,
  );
  if (found > limit) failures.push(`${what}: ${found.toFixed(0)} is over ${limit}`);
}

try {
  const unit = join(folder, 'unit.db');
  irotool('demo', '--children', '530', '--db', unit, '--today', TODAY);
  ratio('due --week, 530 children', ['due', '--week', '--db', unit, '--today', TODAY], 1.6);
  ratio('--help', ['--help'], 1.5);
  ratio('--version', ['--version'], 1.5);

  const million = [];
  for (let n = 0; n < 1_000_000; n++) {
    const day = new Date(Date.UTC(2012, 0, 1) + (n % 6000) * 86_400_000);
    million.push(day.toISOString().slice(0, 10));
  }
  const input = `${million.join('\n')}\n`;
  const floor = median(Array.from({ length: 5 }, () => time(['-e', '0']).took));
  const days = median(Array.from({ length: 5 }, () => time([bin, 'days', '+20'], input).took)) - floor;
  report('a million dates to `days +20`, over the floor', `${days.toFixed(0)} ms`, 'at most 1000');
  if (days > 1000) failures.push(`days: ${days.toFixed(0)} ms is over a second`);

  // The machinery by itself: no command writes a thousand letters at once.
  const letters = join(folder, 'letters.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/letters.ts'],
    outfile: letters,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  for (const [format, limit] of [
    ['txt', 1000],
    ['html', 1000],
    ['docx', 10_000],
  ]) {
    const runs = Array.from({ length: 3 }, () => time([letters, join(root, 'templates'), format]).took);
    const ms = median(runs) - floor;
    report(`a thousand letters as ${format}, over the floor`, `${ms.toFixed(0)} ms`, `at most ${limit}`);
    if (ms > limit) failures.push(`letters as ${format}: ${ms.toFixed(0)} ms is over ${limit}`);
  }

  const packed = join(folder, 'pack.db');
  const on = ['--db', packed, '--today', '2026-03-02'];
  irotool('init', '--council', 'Testshire', '--pack', 'york', '--yes', ...on);
  for (const words of NINE_INVITED) irotool(...words, ...on);
  const ofPack = ['letter', 'pack', 'K1', '--force', '--out', join(folder, 'pack'), ...on];
  const pack = pairs(ofPack, 9);
  const over = pack.ms - pack.floor;
  report(
    'the invitations of one review, nine people, as Word files, over the floor',
    `${over.toFixed(0)} ms`,
    `at most 500 (${pack.ratio.toFixed(1)}×)`,
  );
  if (over > 500) failures.push(`a pack of invitations: ${over.toFixed(0)} ms is over half a second`);

  const large = join(folder, 'large.db');
  const made = irotool('demo', '--children', String(LARGE), '--db', large, '--today', TODAY);
  report(`making ${LARGE} children with two years of chronology`, `${(made.took / 1000).toFixed(1)} s`);
  const limited = pairs(['due', '--week', '--limit', '40', '--db', large, '--today', TODAY], 21);
  report(
    `due --week --limit 40, ${LARGE} children`,
    `${limited.ratio.toFixed(2)}×`,
    `${limited.ms.toFixed(0)} ms`,
  );
  const all = pairs(['due', '--week', '--db', large, '--today', TODAY], 5);
  const lines =
    irotool('due', '--week', '--csv', '--db', large, '--today', TODAY).stdout.toString().split('\n').length -
    2;
  report(
    `due --week, every row (${lines} rows)`,
    `${(((all.ms - all.floor) / lines) * 1000).toFixed(1)} ms`,
    `for each thousand rows over the floor (${all.ms.toFixed(0)} ms in all)`,
  );
  const { ref } = JSON.parse(irotool('due', '--json', '--limit', '1', '--db', large, '--today', TODAY).stdout)
    .deadlines[0].child;
  const record = (day) =>
    irotool('record', ref, 'core-group-held', '--on', `2026-03-${day}`, '--db', large, '--today', TODAY).took;
  report(
    'one fact recorded',
    `${median(['02', '03', '04', '05', '06'].map(record)).toFixed(0)} ms`,
    'in all',
  );
  for (const [words, limit] of [
    [['report', 'performance', '--year', '2026'], 500],
    [['report', 'annual', '--year', '2026'], 1400],
    [['report', 'board'], 40],
  ])
    dear(`${words.join(' ')}, ${LARGE} children`, [...words, '--db', large, '--today', TODAY], limit);
  // Another pack has every date worked out again.
  const rebuilt = irotool('settings', 'set', 'pack', 'england', '--yes', '--db', large, '--today', TODAY);
  report(`the agenda worked out again, ${LARGE} children`, `${(rebuilt.took / 1000).toFixed(1)} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const [cpu] = cpus();
const machine = `Node ${process.versions.node} on ${process.platform} ${process.arch}, ${cpus().length} × ${cpu.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
writeFileSync(
  join(root, 'bench', 'RESULTS.md'),
  [
    '# Benchmark results',
    '',
    `Made by \`npm run bench\`: whole processes in pairs against \`node -e 0\`, output to a pipe, medians of ${RUNS} pairs. ${machine}.`,
    '',
    '| what | figure | |',
    '|---|---:|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n'),
);
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
