/**
 * docs/development.md says how an event, a step, a command, a rule, a letter and a report are added, each with one that
 * there is for its example, and what follows from it. It does: of that very example, as the guide quotes it. (An
 * attribute is in an-attribute-added.test.ts.)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { irotool, type Unit } from '../support/harness';
import { aChildInCare, flat, says } from '../support/said';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const guide = read('docs/development.md');

/** What is quoted below a heading of the guide: the lines of its example. */
const example = (heading: string): string =>
  new RegExp(`\\*\\*${heading}\\.\\*\\*[\\s\\S]*?\`\`\`(?:ts|yaml)\\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ??
  '';

/** What its example calls itself, found by what stands around it. */
function named(heading: string, name: RegExp): string {
  const [, found] = name.exec(example(heading)) ?? [];
  expect(found, `${heading}: ${name}`).toBeDefined();
  return found!;
}

let england: Unit;
const said = (line: string): Promise<string> => says(england, line).then(flat);

beforeEach(async () => {
  england = await aChildInCare();
});

describe('what follows, as the guide says, from', () => {
  it('an event: record takes it, the chronology and the audit have it, and it stands in the guide to rules', async () => {
    const event = named('An event', /^ {2}'([a-z-]+)',$/m);
    expect(flat((await england.run(`record K1 ${event}`)).err)).toContain(`"${event}" needs why=`);
    await said(`record K1 ${event} why=School`);
    const words = 'child protection plan kept';
    expect((await said('child show K1 --ids')).toLowerCase()).toContain(words.replace('child ', ''));
    expect((await said('audit --child K1')).toLowerCase()).toContain(words.replace('child ', ''));
    expect(read('data/README.md')).toContain(`| \`${event}\` | \`why=TEXT\` |`);
  });

  it('a step: its flag with its help, what it refuses, what it says, and its row of the steps', async () => {
    const flag = named('A step', /flag\('(--[a-z-]+) /);
    const help = named('A step', /flag\('[^']+', '([^']+)'/);
    expect(await said('child protection --help')).toContain(`${flag} <text> ${help}`);
    const { code, err } = await england.run(['child', 'protection', 'K1', flag, 'School']);
    expect([code, err]).toEqual([1, expect.stringContaining('K1: ')]);
    await said('record K1 initial-conference-held outcome=plan --on 2026-03-04');
    expect(await said(`child protection K1 ${flag} School`)).toContain('recorded');
    expect(read('docs/steps.md')).toContain(`irotool child protection REF ${flag} "…"`);
  });

  it('a command of steps: its help, its completion, what it asks for, and that it records', async () => {
    const name = named('A command of steps', /ofChild\(([A-Z]+)\)/).toLowerCase();
    expect(await said(`child ${name} --help`)).toContain(`irotool child ${name}`);
    const { out } = await irotool(['completion', 'words', '--', 'child', `:${name.slice(0, 3)}`]);
    expect(out).toContain(name);
    expect(read('test/support/every-command.ts')).toContain(`child ${name}`);
    expect((await england.run(`child ${name} K1`)).err).toContain('Missing: ');
    expect(await said(`child ${name} K1 --basis C2`)).toContain('recorded');
  });

  it('a rule: it is shown, its scenarios hold without a database, and its id is in the list of those shipped', async () => {
    const rule = named('A rule', /^- id: ([a-z-]+)$/m);
    expect(await said(`rules show ${rule}`)).toContain(named('A rule', /duty: (.+)/));
    const [, scenarios] = /`irotool rules test (\S+)`/.exec(guide) ?? [];
    const answer = await england.run(['rules', 'test', join(ROOT, scenarios!), '--db', '/nowhere/x.db']);
    expect([answer.code, answer.out]).toEqual([0, expect.stringMatching(/passed/)]);
    expect(read(scenarios!)).toContain(rule);
    expect(read('test/law/shipped.test.ts')).toContain(`'${rule}'`);
  });

  it('a letter: template list and check have it, and so have its page and the letters of the month', async () => {
    const letter = named('A letter', /^# templates\/letters\/([a-z-]+)\.md\.hbs$/m);
    expect(await said('template list')).toContain(letter);
    expect(await said(`template check ${letter}`)).toContain('no faults');
    expect(read('docs/letters.md')).toContain(`\`${letter}\``);
    expect(read('test/commands/letters-of-the-month.test.ts')).toContain(`'${letter}'`);
  });

  it('a report: it is in the help with its summary, and runs', async () => {
    const report = named('A report', /name: '([a-z ]+)'/);
    expect(await said('report --help')).toContain(named('A report', /summary: '(.+)'/));
    expect([0, 1]).toContain((await england.run(report)).code);
  });
});
