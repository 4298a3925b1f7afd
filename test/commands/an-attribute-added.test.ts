/**
 * How the decisions of a review were sent, by post, e-mail or hand: the attribute that the guide takes for its example
 * of adding one. It is described in one place and typed in another; everything else has it from there. How it is asked
 * for is in terminal.test.ts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Unit } from '../support/harness';
import { aChildInCare, flat, says } from '../support/said';

const ROOT = join(import.meta.dirname, '..', '..');
const TODAY = '--today 2026-04-14';
const SENT = `review after K1 --decisions-sent 2026-04-01 --sent-to mother --sent-by post --yes ${TODAY}`;

let england: Unit;
const said = (line: string): Promise<string> => says(england, `${line} ${TODAY}`).then(flat);

beforeEach(async () => {
  england = await aChildInCare({
    lines: [
      'child link K1 "Ann One" --role parent --relationship mother --today 2026-03-02',
      'record K1 review-held code=PN1 --on 2026-03-27 --today 2026-03-27',
    ],
  });
});

describe('an attribute that is described once', () => {
  it('is what the guide says it is: one line in the event, one in the step', () => {
    const guide = readFileSync(join(ROOT, 'docs/development.md'), 'utf8');
    const [, example = ''] = /\*\*To add an attribute\*\*([\s\S]*?)\n\n/.exec(guide) ?? [];
    const lines = [...example.matchAll(/^- `(\S+)`: `(.*)`$/gm)];
    expect(lines.map(([, file]) => file)).toEqual(['core/events/after-review.ts', 'steps/after-review.ts']);
    for (const [, file, line] of lines)
      expect(readFileSync(join(ROOT, 'src', file!), 'utf8')).toContain(line);
  });

  it('has its flag, with the words of the attribute for help, and its choices', async () => {
    expect(await said('review after --help')).toContain('--sent-by <post|email|hand> how they were sent');
    const { code, err } = await england.run(SENT.replace('post', 'pigeon'));
    expect([code, err]).toEqual([2, expect.stringContaining('--sent-by is post, email or hand')]);
  });

  it('is told when it is saved, in the chronology, the audit and on the screens of the review', async () => {
    await says(england, SENT);
    expect(await said('child show K1 --ids')).toContain('decisions sent (to mother, by post, review 1)');
    expect(await said('audit --child K1')).toContain(
      'decisions sent on 1 April 2026 (to mother, by post, review 1)',
    );
    expect(await said('review show K1')).toContain('Decisions sent Wed 1 Apr; to mother; by post');
    expect(await said('review after K1')).toContain('Decisions sent: mother; post');
  });

  it('is in the JSON of the review and of the chronology', async () => {
    await says(england, SENT);
    const json = async (line: string) => JSON.parse((await england.run(`${line} --json ${TODAY}`)).out);
    expect((await json('review show K1')).after).toMatchObject({
      decisionsSentOn: '2026-04-01',
      decisionsSentHow: 'post',
    });
    const { chronology } = await json('child show K1');
    expect(chronology.at(-1).attributes).toMatchObject({ how: 'post' });
  });

  it('is recorded by name too, as data and rules have it', async () => {
    await said('record K1 decisions-sent how=hand --on 2026-04-01');
    expect(await said('child show K1 --ids')).toContain('decisions sent (by hand)');
  });

  it('is a field of letters, checked, listed with its words, and said', async () => {
    const templates = join(dirname(england.db), 'templates');
    mkdirSync(templates, { recursive: true });
    writeFileSync(
      join(templates, 'sent-note.md.hbs'),
      '---\ntitle: The decisions\nfor: the parent\nreader: family\nroles: [parent]\nkind: form\nneeds: [events.decisionsSent.on, events.decisionsSent.how]\nversion: 1\n---\nSent on {{events.decisionsSent.on}} by {{events.decisionsSent.how}}.\n',
    );
    expect(await said('template check sent-note')).toContain('no faults');
    expect(await said('template show sent-note')).toContain(
      'events.decisionsSent.how needed how they were sent',
    );
    const letter = `letter sent-note K1 --to mother --format txt --out - --review 1 ${TODAY}`;
    expect((await england.run(letter)).err).toContain('irotool record K1 decisions-sent how=');
    await says(england, SENT);
    expect(flat(await says(england, letter))).toContain('Sent on Wednesday 1 April 2026 by post.');
  });

  it('is no field if it was written for the unit', async () => {
    const templates = join(dirname(england.db), 'templates');
    mkdirSync(templates, { recursive: true });
    const why = '{{#if events.decisionsSent.redacted}}{{events.decisionsSent.redacted}}{{/if}}';
    writeFileSync(
      join(templates, 'sent-note.md.hbs'),
      `---\ntitle: The decisions\nfor: the parent\nreader: family\nroles: [parent]\nkind: form\nneeds: []\nversion: 1\n---\n${why}\n`,
    );
    const { code, out } = await england.run('template check sent-note');
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('there is no field "events.decisionsSent.redacted"'),
    ]);
  });
});
