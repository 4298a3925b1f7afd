/** docs/steps.md: every command of steps, made from its description. UPDATE_DOCS=1 writes it; read the difference. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shownName } from '../../src/command-table/for-each';
import { SPECS } from '../../src/command-table/index';
import { STEPS_OF } from '../../src/steps/commands';
import { type Flag, helpOf, nameOf, type Step, toType } from '../../src/steps/step';

const PAGE = join(__dirname, '..', '..', 'docs', 'steps.md');
const MARK = /<!-- steps: .* -->\n/;

const cell = (text: string): string => text.replaceAll('|', '\\|');
const pathOf = (name: string): string => name.replaceAll(/ [<[].*/g, '');

/** What else a flag needs, or may be said with. */
function conditions(step: Step, flag: Flag): string[] {
  const flagOf = ([attribute, value]: readonly [string, string]): string =>
    `\`${nameOf(step.flags[attribute]!)} ${value}\``;
  return [
    ...(flag.needed === true ? ['needed'] : flag.needed ? [`needed with ${flagOf(flag.needed)}`] : []),
    ...(flag.when ? [`with ${flagOf(flag.when)}`] : []),
    ...(flag.only ? [flag.only.join(', ')] : []),
    ...(flag.ask === undefined ? [] : ['asked for']),
  ];
}

/** A step's row: what it is, what to type, what that says, and what comes first. */
function rowOf(step: Step, name: string): string {
  const { what, event, by, flags, follows, notWith, takenBy, always } = step;
  const sign = takenBy ? takenBy.flag : flags[by];
  const said = Object.entries(flags).map(([attribute, flag]) => {
    const more = conditions(step, flag);
    const help = `\`${flag.flags}\` ${helpOf(step, attribute, flag)}`;
    return { flag, words: more.length === 0 ? help : `${help} (${more.join('; ')})` };
  });
  const first = said.filter(({ flag }) => flag === sign).concat(said.filter(({ flag }) => flag !== sign));
  const before = [
    ...(follows ? [`\`${follows.event.kind}\`; else: ${follows.gap}`] : []),
    ...(notWith ? [`not with \`${notWith[0].kind}\``] : []),
  ];
  // An argument that takes a step stands in the command already.
  const typed = step.command
    ? `irotool ${step.command}`
    : `irotool ${name} ${toType(step)}`.trim().replace('WHO WHO', 'WHO');
  return `| ${[
    `${what} (\`${event.kind}\`)${always === 'unless another' ? ', unless another step is typed' : ''}`,
    `\`${typed}\``,
    first.map(({ words }) => words).join('<br>'),
    before.join('<br>'),
  ]
    .map(cell)
    .join(' | ')} |`;
}

const section = ([command, steps]: [string, readonly Step[]]): string => {
  const spec = SPECS.find(({ name }) => pathOf(name) === command)!;
  const rows = steps.map((step) =>
    rowOf(
      step,
      spec.name
        .replaceAll(/[<>[\]]/g, '')
        .replace(/\bref\b(\.\.\.)?/g, 'REF')
        .replace(/\bwho\b/, 'WHO'),
    ),
  );
  return `\n## ${command}\n\n\`irotool ${shownName(spec)}\`: ${spec.summary}.\n\n| step | to record it | what it says | comes first |\n|---|---|---|---|\n${rows.join('\n')}\n`;
};

test('docs/steps.md tells every step of every command as it is described', () => {
  const text = readFileSync(PAGE, 'utf8');
  const mark = MARK.exec(text)!;
  const now = text.slice(0, mark.index + mark[0].length) + Object.entries(STEPS_OF).map(section).join('');
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, now);
  else expect(text).toBe(now);
});
