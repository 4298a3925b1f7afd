import { describe, expect, it } from 'vitest';
import { everything, widest } from '../support/facts';
import { unit } from '../support/harness';
import { flat, refuses, says } from '../support/said';

interface Event {
  readonly id: number;
  readonly on: string;
  readonly kind: string;
  readonly attributes: Record<string, string>;
  readonly struckWhy: string | null;
}

interface Shown {
  readonly child: Record<string, unknown> & {
    siblings: string[];
    mergedInto: string | null;
    mergedFrom: string[];
  };
  readonly chronology: Event[];
}

/** A unit with the commands of a test, and what they show. */
async function empty(pack?: string) {
  const made = await unit(pack);
  const shown = async (ref: string): Promise<Shown> =>
    JSON.parse((await made.run(`child show ${ref} --json`)).out) as Shown;
  const live = async (ref: string): Promise<string[]> =>
    (await shown(ref)).chronology
      .filter(({ struckWhy }) => struckWhy === null)
      .map(({ on, kind, attributes: { review } }) => `${on} ${kind}${review ? ` review=${review}` : ''}`);
  const all = async (...lines: string[]): Promise<void> => {
    for (const line of lines) await says(made, line);
  };
  const refuse = (line: string, message: string): Promise<string> => refuses(made, line, 1, message);
  const sound = async (): Promise<void> => {
    const { out } = await made.run('doctor --json');
    const { checks } = JSON.parse(out) as { checks: { check: string; standing: string; found: string }[] };
    expect(checks.filter(({ check, standing }) => standing !== 'ok' && check !== 'backup')).toEqual([]);
  };
  return { ...made, shown, live, all, refuse, sound };
}

const BORN = '--born 2015-05-02';

/** K1, and the same child typed in again as K2 with an earlier period of care and a review of this one. */
async function twice() {
  const made = await empty();
  await made.all(
    `new-review --ref K1 --name "Child One" ${BORN} --looked-after 2026-01-05 --basis V2 --iro "A Khan" --today 2026-01-05 --yes`,
    'review hold K1 --on 2026-02-27 --code PN1',
    'record K1 decisions-sent review=1 --on 2026-03-02',
    `new-review --ref K2 --name "Child I" --born 2015-05-02 --looked-after 2025-03-03 --basis V2 --social-worker "S Jones" --team North --today 2025-03-03 --yes`,
    'child left K2 --on 2025-05-12 --today 2025-05-12',
    'new-review --ref K2 --looked-after 2026-01-05 --basis V2 --today 2026-01-05 --yes',
    'review hold K2 --on 2026-01-29 --code PN1',
    'record K2 decisions-sent review=1 --on 2026-02-02',
  );
  return made;
}

describe('child merge', () => {
  it('shows both chronologies by day, with what becomes of each line, and brings the first into the second', async () => {
    const { run } = await twice();
    const { code, out } = await run('child merge K2 K1 --why "typed in twice"');
    expect(code).toBe(0);
    expect(out).toMatch(/^K1, AND K2 THAT IS BROUGHT INTO IT\n/);
    const lines = out.split('\n').slice(1);
    expect(lines[0]).toMatch(/^ K2 +\d+ +Mon 3 Mar 2025 +became looked after \(basis V2, .* +entered$/);
    expect(out).toMatch(/ K2 +\d+ +Mon 5 Jan +became looked after \(basis V2, .* +held already\n/);
    expect(out).toMatch(/ K1 +\d+ +Mon 2 Mar +decisions sent \(review 1\) +renumbered\n/);
    expect(out).toMatch(/\nK2 {2}merged into K1: 4 events entered there, 1 held already\.\n$/);
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('leaves every fact of both under one, each with the number that its review has there', async () => {
    const { run, live, sound } = await twice();
    await run('child merge K2 K1');
    expect(await live('K1')).toEqual([
      '2025-03-03 became-looked-after',
      '2025-05-12 ceased-looked-after',
      '2026-01-05 became-looked-after',
      '2026-01-05 iro-allocated',
      '2026-01-29 review-held',
      '2026-02-02 decisions-sent review=1',
      '2026-02-27 review-held',
      '2026-03-02 decisions-sent review=2',
    ]);
    expect((await run('child show K1 --ids')).out).toContain('STRUCK OUT');
    await sound();
  });

  it('shows the documents that were made of the first with those of the second', async () => {
    const { all, run } = await twice();
    await all(
      'settings set unit.name "Reviewing Unit"',
      'settings set unit.telephone "01234 567890"',
      'settings set signatory.name "Dana Cole"',
      'iro allocate K2 "A Khan"',
      'letter introduction-iro K2 --format txt --out -',
      'child merge K2 K1',
    );
    const { documents } = JSON.parse((await run('child show K1 --json')).out);
    expect(documents).toMatchObject([{ letter: 'introduction-iro', to: 'child' }]);
    expect((await run('child show K1 --ids')).out).toContain('introduction-iro');
  });

  it('leaves the second as it was if the first is only an empty record', async () => {
    const { all, live, run, sound, shown } = await twice();
    const before = await live('K1');
    await all('child add --ref K3 --name "C One" --sex F', 'child merge K3 K1');
    expect(await live('K1')).toEqual(before);
    expect((await shown('K1')).child).toMatchObject({ name: 'Child One', sex: 'F', mergedFrom: ['K3'] });
    expect((await run('due --child K1')).code).toBe(0);
    await sound();
  });

  it('works every date out again, and says what moves', async () => {
    const { run } = await twice();
    const { err } = await run('child merge K2 K1');
    // The review of 27 February is the second now: six months follow it, not three.
    expect(flat(err)).toContain('Thursday 27 August 2026: Hold');
    const { out } = await run('due --child K1 --json --days 300');
    const { deadlines } = JSON.parse(out) as { deadlines: { rule: string; due: string }[] };
    expect(deadlines.map(({ rule, due }) => `${rule} ${due}`)).toContain('review-later 2026-08-27');
    expect(deadlines.map(({ rule }) => rule)).not.toContain('review-second');
  });

  it('fills in what the second lacks, and keeps what it has', async () => {
    const { run, shown } = await twice();
    const { err } = await run('child merge K2 K1');
    expect(err).toContain('Note: they differ in name. What K1 says stays.');
    expect(err).not.toContain('Child');
    expect((await shown('K1')).child).toMatchObject({
      name: 'Child One',
      socialWorker: 'S Jones',
      team: 'North',
      mergedFrom: ['K2'],
      mergedInto: null,
    });
  });

  it('takes a date of birth from the first', async () => {
    const { all, shown, sound } = await empty();
    await all(
      'child add --ref K1',
      'record K1 became-looked-after --on 2026-03-02',
      `child add --ref K2 ${BORN}`,
      'child merge K2 K1',
    );
    expect((await shown('K1')).child.born).toBe('2015-05-02');
    await sound();
  });

  it('writes JSON instead if it is asked for', async () => {
    const { run } = await twice();
    const json = JSON.parse((await run('child merge K2 K1 --json')).out) as {
      schema: number;
      chronology: { child: string; becomes: string; kind: string }[];
    };
    expect(json).toMatchObject({ schema: 1, merged: 'K2', into: 'K1' });
    expect(json.chronology[0]).toMatchObject({
      child: 'K2',
      kind: 'became-looked-after',
      becomes: 'entered',
    });
    expect(json.chronology.map(({ becomes }) => becomes).sort()).toEqual([
      'entered',
      'entered',
      'entered',
      'entered',
      'held already',
      'kept',
      'kept',
      'kept',
      'renumbered',
    ]);
  });
});

describe('after a merging', () => {
  async function merged() {
    const made = await twice();
    await made.run('child merge K2 K1 --why "typed in twice"');
    return made;
  }

  it('the first is in no list, and can still be seen', async () => {
    const { run, shown } = await merged();
    for (const line of ['child list', 'child list --all', 'child list --json', 'due', 'review list']) {
      expect((await run(line)).out).not.toContain('K2');
    }
    const { out } = await run('child show K2 --ids');
    expect(flat(out)).toContain('merged into K1 on 13 March 2026: typed in twice');
    expect(out).toContain('became looked after');
    expect((await shown('K2')).child.mergedInto).toBe('K1');
    expect((await run('audit --child K2')).out).toContain('K2 merged into K1: typed in twice');
    expect((await run('child show K1 --ids')).out).toContain('Merged here    K2');
  });

  it('every other command says where it went, and changes nothing', async () => {
    const { refuse } = await merged();
    const said = 'K2 was merged into K1.';
    await refuse('record K2 child-consulted', said);
    await refuse('review hold K2 --on 2026-03-12 --code PN1', said);
    await refuse('child left K2 --on 2026-03-12', said);
    await refuse('child moved K2 --to U1', said);
    await refuse('child edit K2 --name X', said);
    await refuse('child edit K1 --sibling K2', said);
    await refuse('due --child K2', said);
    await refuse('explain K2', said);
    await refuse('new-review --ref K2 --looked-after 2026-03-12 --yes', said);
    await refuse('child merge K1 K2', said);
    await refuse('child merge K2 K1', 'K2 was merged into K1 already. Nothing was saved.');
  });

  it('an event of the first is not struck out there', async () => {
    const { refuse, shown } = await merged();
    const [first] = (await shown('K2')).chronology;
    await refuse(`strike ${first!.id} --why x`, 'K2 was merged into K1.');
  });

  it('the second may be merged in its turn, and all of it is found there', async () => {
    const { all, live, run, sound } = await merged();
    const before = await live('K1');
    await all(`child add --ref K9 ${BORN}`, 'child merge K1 K9');
    expect(await live('K9')).toEqual(before);
    expect((await run('review list K2')).err).toContain('K2 was merged into K9.');
    expect((await run('child show K9 --ids')).out).toContain('Merged here    K1, K2');
    await sound();
  });
});

describe('what hangs on the first', () => {
  it('goes with it: brothers and sisters, and a parent in care', async () => {
    const { all, shown, run, sound } = await empty();
    await all(
      'child add --ref K1',
      'child add --ref K2 --sibling K1',
      'child add --ref S1 --sibling K2',
      'child add --ref M1 --born 2001-01-05',
      'child edit K2 --parent M1',
      'child merge K2 K1',
    );
    expect((await shown('K1')).child.siblings).toEqual(['S1']);
    expect((await shown('S1')).child.siblings).toEqual(['K1']);
    expect((await shown('K2')).child.siblings).toEqual([]);
    expect((await run('audit --child K1')).out).toContain('M1 is a parent of K1');
    await sound();
  });

  it('goes with it: people, the same ones once and others by a tag of their own', async () => {
    const { all, run, shown, sound } = await twice();
    await all(
      'child link K1 "Mo Ther" --role parent --relationship mother',
      'child link K1 "Ann Lowe" --role relative --relationship aunt',
      'child link K2 "mo ther" --role parent --relationship mother --telephone 01904 --responsibility yes',
      'child link K2 "Bea Lowe" --role relative --relationship aunt --knows-placement yes',
      'child link K2 "Te Acher" --role teacher',
      'record K2 participant-listed ref=aunt part=invited --on 2026-01-20',
      'record K2 participant-listed ref=mother part=invited --on 2026-01-20',
      'record K2 invitations-sent to=mother,aunt,teacher --on 2026-01-21',
    );
    const { err } = await run('child merge K2 K1');
    expect(err).toContain('Note: of K2’s people, aunt becomes aunt-2.');
    expect(err).not.toContain('Lowe');
    const { people } = JSON.parse((await run('child people K1 --json')).out) as {
      people: { tag: string; name: string; telephone: string | null }[];
    };
    expect(people.map(({ tag, name }) => `${tag} ${name}`).sort()).toEqual([
      'aunt Ann Lowe',
      'aunt-2 Bea Lowe',
      'mother Mo Ther',
      'teacher Te Acher',
    ]);
    expect(people.find(({ tag }) => tag === 'mother')).toMatchObject({ telephone: '01904' });
    const { chronology } = await shown('K1');
    const said = (kind: string, name: string) =>
      chronology.flatMap((each) => (each.kind === kind ? [each.attributes[name]] : []));
    expect(said('participant-listed', 'ref')).toEqual(['aunt-2', 'mother']);
    expect(said('invitations-sent', 'to')).toEqual(['mother,aunt-2,teacher']);
    await sound();
  });

  it('a person who is in both is one for brothers and sisters too, in whatever names them', async () => {
    const { all, run, sound } = await twice();
    await all(
      'child link K1 "Mo Ther" --role parent --relationship mother',
      'child link K2 "mo ther" --role parent --relationship mother --telephone 01904 --responsibility yes',
      `new-review --ref K3 --name "Child Three" --born 2014-05-02 --looked-after 2026-01-05 --basis V2 --iro "A Khan" --sibling K2 --yes`,
      'child link K3 "Mo Ther" --role parent --relationship mother',
      `new-review --ref K4 --name "Child Four" --born 2013-05-02 --looked-after 2026-01-05 --basis V2 --iro "A Khan" --sibling K2 --yes`,
      'settings set unit.name Unit',
      'settings set unit.email unit@testshire.gov.uk',
      'settings set signatory.name Pat',
      'review hold K4 --on 2026-02-02 --code PN1 --attended child --decision "See Mo Ther; iro; 1/5/2026" --yes',
      'child merge K2 K1 --yes',
    );
    const letter = await run('letter record-decisions K4 --to child --format txt --out -');
    expect([letter.code, flat(letter.out)]).toEqual([
      0,
      expect.stringContaining('See the parent of your brother or sister'),
    ]);
    const { people } = JSON.parse((await run('child people K3 --json')).out) as {
      people: { name: string; telephone: string | null }[];
    };
    expect(people).toMatchObject([{ name: 'Mo Ther', telephone: '01904' }]);
    expect((await run('audit')).out).toContain('is one person with Mo');
    await sound();
  });

  it('is renamed only if it is the tag of a person: a paper of that name stays what it is', async () => {
    const { all, run, shown, sound } = await twice();
    await all(
      'child link K1 "A Nurse" --role health --tag health',
      'child link K2 "Another Nurse" --role health --tag health',
      'record K2 invitations-sent to=health --on 2026-01-15',
      'record K2 documents-received missing=health,pep --on 2026-01-20',
      'record K2 early-review-asked asked-by=health reason=health about=health --on 2026-02-03',
      'record K2 recommendation-escalated ref=1.1 to=health --on 2026-02-10',
    );
    const { err } = await run('child merge K2 K1');
    expect(err).toContain('Note: of K2’s people, health becomes health-2.');
    const { chronology } = await shown('K1');
    const said = (kind: string) => chronology.find((each) => each.kind === kind)!.attributes;
    expect(said('invitations-sent')).toEqual({ to: 'health-2' });
    expect(said('documents-received')).toEqual({ missing: 'health,pep' });
    expect(said('early-review-asked')).toEqual({
      'asked-by': 'health-2',
      reason: 'health',
      about: 'health',
    });
    expect(said('recommendation-escalated')).toMatchObject({ to: 'health-2' });
    await sound();
  });

  it('goes with it: an action that was settled stays settled, by the tag or reference that it has now', async () => {
    const { all, run, shown, sound } = await twice();
    await all(
      'child link K1 "Fa Ther" --role parent --relationship father --tag dad',
      'child link K2 "Other Man" --role relative --relationship uncle --tag dad',
      'record K2 not-invited ref=dad concern=threats --on 2026-01-20',
      'record K2 action-settled action=not-invited-reasons ref=dad why=gone --on 2026-01-21',
      'record K1 dispute-opened ref=one about=school --on 2026-03-02',
      'record K2 dispute-opened ref=one about="recommendation 1.1" --on 2026-03-03',
      'record K2 action-settled action=dispute-informal ref=one --on 2026-03-04',
    );
    const settled = async (ref: string) =>
      (await shown(ref)).chronology.filter(({ kind }) => kind === 'action-settled');
    expect(await settled('K2')).toHaveLength(2);
    const { rules } = JSON.parse((await run('rules list --json')).out) as { rules: { id: string }[] };
    expect(rules.map(({ id }) => id)).toContain('not-invited-reasons');
    await run('child merge K2 K1');
    expect((await settled('K1')).map(({ attributes }) => attributes.ref)).toEqual(['dad-2', 'one-2']);
    await sound();
  });

  it('keeps matters apart that both call by one reference, and together if they are one', async () => {
    const { all, run, live, shown } = await twice();
    const opened = (ref: string, about: string, on: string) =>
      `record ${ref} dispute-opened ref=one about="${about}" --on ${on}`;
    await all(
      opened('K1', 'school', '2026-03-02'),
      opened('K2', 'contact', '2026-03-03'),
      'record K2 dispute-resolved ref=one --on 2026-03-05',
      'record K1 complaint-made ref=same about=late --on 2026-03-02',
      'record K2 complaint-made ref=same about=late --on 2026-03-02',
      'record K2 complaint-answered ref=same --on 2026-03-06',
    );
    const { err } = await run('child merge K2 K1');
    expect(flat(err)).toContain('Note: of K2’s references, dispute one becomes one-2.');
    const { chronology } = await shown('K1');
    const refs = chronology.flatMap(({ kind, attributes: { ref } }) => (ref ? [`${kind} ${ref}`] : []));
    expect(refs).toEqual([
      'dispute-opened one',
      'complaint-made same',
      'dispute-opened one-2',
      'dispute-resolved one-2',
      'complaint-answered same',
    ]);
    expect((await live('K1')).filter((line) => line.includes('complaint-made'))).toHaveLength(1);
  });
});

describe('a complaint', () => {
  it('stays about its review, by the number that the review has in the whole', async () => {
    const { all, run, sound } = await twice();
    await all('iro complaint K1 --about late --review 1', 'iro complaint K2 --about early --review 1');
    await all('child merge K2 K1');
    const about = async (review: number) => {
      const { out } = await run(`review show K1 --review ${review} --json`);
      return (JSON.parse(out) as { complaints: { about: string }[] }).complaints.map((each) => each.about);
    };
    expect(await about(1)).toEqual(['early']);
    expect(await about(2)).toEqual(['late']);
    await sound();
  });
});

describe('a merging that cannot be', () => {
  it('is refused for one record, and for two children', async () => {
    const { all, refuse } = await empty();
    await all(`child add --ref K1 ${BORN}`, 'child add --ref K2 --born 2015-05-03', 'child add --ref K3');
    await refuse('child merge K1 k1', 'K1 and K1 are one record already.');
    await refuse(
      'child merge K2 K1',
      'K2 was born on 3 May 2015 and K1 on 2 May 2015, so they are not one child. Nothing was saved. If one date is wrong: irotool child edit K2 --born DATE',
    );
    await refuse('child merge K9 K1', 'There is no child "K9".');
    await all('child edit K3 --parent K1');
    await refuse('child merge K3 K1', 'is recorded as a parent of the other');
  });

  it('names the periods of care that overlap, and what to strike or leave out', async () => {
    const { all, run, refuse, shown, live, sound } = await empty();
    const arrives = (ref: string, on: string) =>
      `new-review --ref ${ref} --name X ${BORN} --looked-after ${on} --basis V2 --today ${on} --new --yes`;
    await all(
      arrives('K1', '2026-01-05'),
      arrives('K2', '2026-01-06'),
      'review hold K2 --on 2026-01-30 --code PN1',
    );
    const [one] = (await shown('K1')).chronology;
    const [two] = (await shown('K2')).chronology;
    await refuse(
      'child merge K2 K1',
      `“became looked after” of 6 January 2026 (event ${two!.id} of K2) cannot stand beside “became looked after” of 5 January 2026 (event ${one!.id} of K1). K1 is already looked after, since 5 January 2026. Nothing was saved. Strike out what is wrong: irotool strike ${two!.id} --why "…" or irotool strike ${one!.id} --why "…". To leave K2’s out: irotool child merge K2 K1 --without ${two!.id}`,
    );
    const { code, out } = await run(`child merge K2 K1 --without ${two!.id}`);
    expect(code).toBe(0);
    expect(out).toMatch(/became looked after \(basis V2, .* +left out\n/);
    expect(await live('K1')).toEqual(['2026-01-05 became-looked-after', '2026-01-30 review-held']);
    await sound();
  });

  it('names an event of the second if that is what cannot stand', async () => {
    const { all, refuse } = await empty();
    await all(
      `new-review --ref K1 --name X ${BORN} --looked-after 2026-01-05 --basis V2 --today 2026-01-05 --yes`,
      'review adjourn K1 --on 2026-02-10 --reason "no report"',
      `child add --ref K2 ${BORN}`,
      'record K2 became-looked-after basis=V2 --on 2026-01-05',
      'review adjourn K2 --on 2026-02-09 --reason "no report"',
    );
    await refuse(
      'child merge K2 K1',
      '“review adjourned” of 10 February 2026 (event 2 of K1) cannot stand beside “review adjourned” of 9 February 2026 (event 4 of K2).',
    );
    await refuse('child merge K2 K1', 'To leave K2’s out: irotool child merge K2 K1 --without 4');
  });

  it('is refused if --without names no event of the first', async () => {
    const { refuse, run, db } = await twice();
    await refuse('child merge K2 K1 --without 999', 'K2 has no event 999. Nothing was saved.');
    await refuse('child merge K2 K1 --without 1', 'K2 has no event 1.');
    const before = everything(db);
    expect((await run('child merge K2 K1 --without all')).code).toBe(2);
    expect((await run('child merge K2 K1 --why ""')).code).toBe(2);
    expect(everything(db)).toBe(before);
  });
});
