/** What is asked on a terminal, with the answers given for the person: the questions and their order. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { unit } from '../support/harness';
import { flat } from '../support/said';

const asked = vi.hoisted(() => ({
  onTerminal: false,
  questions: [] as string[],
  answers: [] as unknown[],
}));

vi.mock('../../src/ui/prompts', () => {
  const answer = (question: string): unknown => {
    asked.questions.push(question);
    if (asked.answers.length === 0) throw new Error(`Nobody answers: ${question}`);
    return asked.answers.shift();
  };
  return {
    MAY_BE_LEFT: ' (Enter leaves it out)',
    canAsk: () => asked.onTerminal,
    requireFlags: () => undefined,
    confirm: async () => true,
    isToSave: async () => true,
    askText: async (_: unknown, { message }: { message: string }) => answer(message),
    askChoice: async (_: unknown, message: string, choices: { value: unknown }[]) => {
      const given = answer(message);
      expect(choices.map(({ value }) => value)).toContain(given);
      return given;
    },
  };
});

async function withChild() {
  const made = await unit('york');
  await made.run(
    'new-review --ref K1 --name "Child K1" --born 2015-05-02 --looked-after 2025-09-01 --iro "A Khan" --today 2025-09-01 --yes',
  );
  expect((await made.run('review hold K1 --on 2025-09-24 --code PN1')).code).toBe(0);
  return made;
}

/** Runs a line with answers; every one of them is used. */
async function answered(run: Awaited<ReturnType<typeof withChild>>['run'], line: string, answers: unknown[]) {
  asked.questions.length = 0;
  asked.answers.push(...answers);
  asked.onTerminal = true;
  const answer = await run(line);
  expect(asked.answers).toEqual([]);
  return answer;
}

beforeEach(() => {
  asked.onTerminal = false;
  asked.questions.length = 0;
  asked.answers.length = 0;
});

describe('on a terminal', () => {
  it('an early review is asked for question by question, and decided the same way', async () => {
    const { run } = await withChild();
    const first = await answered(run, 'review call-early K1', ['child', 'contact', '', 'child', null]);
    expect(first.out).toContain('asked for by the child');
    expect(asked.questions).toEqual([
      'Who asks for it? (child, mother, or a name)',
      'Why?',
      'In words (Enter leaves it out)',
      'Who was consulted on it? child, iro, social-worker (Enter leaves it out)',
      'Has the IRO decided?',
    ]);
    const second = await answered(run, 'review call-early K1', ['granted', 'The child asks', '10/4']);
    expect(flat(second.out)).toContain(
      'granted by the IRO on Friday 13 March 2026, to be held by Friday 10 April',
    );
    expect(asked.questions[0]).toBe(
      'Asked for by the child on 13 March 2026 (contact). What did the IRO decide?',
    );
    const third = await answered(run, 'review call-early K1 --today 2026-03-16', [
      'school',
      'exclusion',
      'Twice',
      '',
      'refused',
      'A review is near',
    ]);
    expect(third.out).toContain('K1  early review refused by the IRO on Monday 16 March 2026: recorded.\n');
  });

  it('a change is asked for, and what is tracked', async () => {
    const { run } = await withChild();
    const change = await answered(run, 'review before-change K1', ['care-plan', '', '']);
    expect(change.out.replaceAll(/\s+/g, ' ')).toBe(
      'K1 change proposed (a significant change of the care plan) on Friday 13 March 2026: recorded. ',
    );
    const added = await answered(run, 'recommendation add K1', ['Buy a bed', 'carer', '', 'decision']);
    expect(added.out).toBe('K1 1.1  decision of review 1: recorded.\n');
    const one = await answered(run, 'recommendation track K1', ['1.1', '1/4']);
    expect(one.out).toContain('K1 1.1  tracked until');
    const other = await answered(run, 'recommendation track K1', [null, 'The passport', '1/4']);
    expect(other.out).toContain('K1 T1  tracked until');
    const checked = await answered(run, 'recommendation check K1 T1', ['Applied for', '']);
    expect(checked.out).toContain('K1 T1  looked at');
  });
});
