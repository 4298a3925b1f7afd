/** What every command of steps refuses in the same words, whatever it records. */
import { beforeAll, expect, it } from 'vitest';
import { SPECS } from '../../src/command-table';
import { shownName } from '../../src/command-table/for-each';
import { STEPS_OF } from '../../src/steps/commands';
import { nameForSeveral } from '../../src/steps/next/for-several';
import { isArgument, nameOf, type Step, toType } from '../../src/steps/step';
import { everything } from '../support/facts';
import { unit } from '../support/harness';

let made: Awaited<ReturnType<typeof unit>>;

beforeAll(async () => {
  made = await unit('york', [
    'new-review --ref K1 --name "Siân Lovelace" --born 2015-05-02 --looked-after 2026-03-02 --basis C2 --new --today 2026-03-02 --yes',
    'irm add --ref A1 --kind foster-carer --name "Siân Lovelace" --yes',
  ]);
});

async function expectRefused(line: string, code: number, words: RegExp): Promise<void> {
  const before = everything(made.db);
  const answer = await made.run(line);
  expect([line, answer.code, answer.out, answer.err]).toEqual([line, code, '', expect.stringMatching(words)]);
  expect(answer.err).not.toMatch(/Siân|Lovelace|fault in irotool/);
  expect(everything(made.db)).toBe(before);
}

const OF_ONE = Object.entries<readonly Step[]>(STEPS_OF).filter(([command]) =>
  SPECS.some(({ name }) => name.startsWith(`${command} <ref`)),
);

/** The command for someone, with a word for each argument. */
const typed = (command: string, ref: string): string => {
  const { name } = SPECS.find((each) => each.name.startsWith(`${command} <ref`))!;
  const others = name.split(' ').filter((word) => /^[<[](?!ref)/.test(word));
  return [command, ref, ...others.map(() => 'child')].join(' ');
};

it.each(OF_ONE)('%s is refused of a child whom nobody recorded', async (command, [first]) => {
  const { by, flags } = first!;
  const sign = flags[by] && isArgument(flags[by]) ? '' : toType(first!);
  await expectRefused(
    `${typed(command, 'K9')} ${sign}`.replaceAll('DATE', 'today').replace('WHEN', '27/3').trim(),
    1,
    /There is no (child|applicant) "K9"/,
  );
});

/** Each flag of a step that says its day, with its command. */
const DAYS = OF_ONE.flatMap(([command, steps]) =>
  steps.flatMap(({ flags }) =>
    flags.on && nameOf(flags.on) !== '--on' ? [[command, nameOf(flags.on)]] : [],
  ),
);

it.each(DAYS)('%s is refused if its %s is no day', async (command, day) => {
  await expectRefused(
    `${typed(command!, command!.startsWith('irm') ? 'A1' : 'K1')} ${day} soon`,
    2,
    /"soon" is not a date/,
  );
});

it('the commands that are offered for brothers and sisters as well are those that take several references', () => {
  const ofChildren = SPECS.filter(({ name }) => / <(?:ref|what)(?:\.\.\.)?>/.test(name));
  const words = ({ name }: { readonly name: string }): string[] => name.replace(/ <.*/, '').split(' ');
  const taking = ofChildren.filter((spec) => /\.\.\.>/.test(shownName(spec).replace(/\[.*/, '')));
  const offered = ofChildren.filter((spec) => nameForSeveral(words(spec)) !== null);
  expect(offered.map(({ name }) => name)).toEqual(taking.map(({ name }) => name));
  expect(taking.length).toBeGreaterThan(50);
});
