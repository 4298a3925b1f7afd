/** The calendar entry of an invitation, read back by a mail reader and a calendar that irotool does not use. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { letterUnit } from '../support/letters';

type Run = Awaited<ReturnType<typeof letterUnit>>['run'];

const LINK = 'https://meet.example/j/123?p=a_b';

async function plan(run: Run, words: string): Promise<void> {
  const { code, err } = await run(`review plan K1 ${words}`);
  if (code !== 0) throw new Error(err);
}

/** The calendar part of a draft. */
async function calendarOf(run: Run, letter: string, to: string) {
  const cwd = folder();
  const { code, out, err } = await run(`letter ${letter} K1 --to ${to} --format eml`, { cwd });
  expect([code, err]).toEqual([0, err]);
  const mail = await PostalMime.parse(readFileSync(join(cwd, out.trim())));
  const part = mail.attachments.find(({ mimeType }) => mimeType.includes('calendar'))!;
  const file = new TextDecoder().decode(part.content as ArrayBuffer);
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  const event = calendar.getFirstSubcomponent('vevent')!;
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  const value = (name: string): string => String(event.getFirstPropertyValue(name) ?? '');
  const instant = (name: string): string => {
    const time = event.getFirstPropertyValue(name) as ICAL.Time;
    time.zone = zone;
    return new Date(time.toUnixTime() * 1000).toISOString();
  };
  return {
    file,
    mail,
    method: calendar.getFirstPropertyValue('method'),
    zone: zone.tzid,
    uid: value('uid'),
    sequence: Number(value('sequence')),
    summary: value('summary'),
    location: value('location'),
    description: value('description'),
    status: value('status'),
    begins: instant('dtstart'),
    ends: instant('dtend'),
  };
}

describe('the place in a calendar', () => {
  it('is the link of a meeting by video, which the description has too', async () => {
    const { run } = await letterUnit();
    await plan(run, `--meeting "27/3 16:30" --mode remote --venue ${LINK}`);
    const { location, description, mail } = await calendarOf(run, 'invitation-parent', 'mother');
    expect(location).toBe(LINK);
    expect(description).toBe(`Our reference: K1/1\nTo join: ${LINK}`);
    expect(mail.html).toContain(`<a href="${LINK}">${LINK}</a>`);
    expect(mail.text).toContain(`Link: ${LINK}`);
  });

  it('is the place and the link of a meeting in both ways', async () => {
    const { run } = await letterUnit();
    await plan(run, `--meeting "27/3 16:30" --mode hybrid --venue "Civic Centre, room 4: ${LINK}"`);
    const { location } = await calendarOf(run, 'invitation-parent', 'mother');
    expect(location).toBe(`Civic Centre, room 4, ${LINK}`);
  });

  it('is the place alone, or the number to ring', async () => {
    const { run } = await letterUnit();
    await plan(run, '--meeting "27/3 16:30" --venue School');
    const there = await calendarOf(run, 'invitation-parent', 'mother');
    expect([there.location, there.description]).toEqual(['School', 'Our reference: K1/1']);
    await plan(run, '--meeting "27/3 16:30" --mode remote --venue "01904 550 111" --because "Snow"');
    expect((await calendarOf(run, 'meeting-changed', 'mother')).location).toBe('01904 550 111');
  });

  it('of a hidden home is the link alone', async () => {
    const { run } = await letterUnit();
    await run('child link K1 "Ann Adopter" --role adopter --address "3 Elm Road, Selby, YO8 1AA"');
    // The birth family and the adopters meet only if it is said why.
    for (const who of ['mother', 'father']) {
      await run(`review participants K1 --add ${who} --why "Social worker and IRO so decided"`);
    }
    await plan(run, `--meeting "27/3 16:30" --mode hybrid --venue "3 Elm Road, Selby: ${LINK}"`);
    const mother = await calendarOf(run, 'invitation-parent', 'mother');
    expect(mother.location).toBe(LINK);
    expect(mother.file).not.toMatch(/Elm|Selby/);
  });
});

describe('a meeting in a calendar', () => {
  it.each([
    ['27/3', '2026-03-27T16:30:00.000Z', '2026-03-27T17:30:00.000Z', 'in winter'],
    ['30/3', '2026-03-30T15:30:00.000Z', '2026-03-30T16:30:00.000Z', 'in summer'],
  ])('begins as the clock in London shows it: %s', async (day, begins, ends) => {
    const { run } = await letterUnit();
    await plan(run, `--meeting "${day} 16:30" --venue School`);
    const calendar = await calendarOf(run, 'invitation-teacher', 'teacher');
    expect(calendar).toMatchObject({ zone: 'Europe/London', begins, ends, method: 'REQUEST' });
  });

  it('is one entry through every change, each with a higher number, also after one is struck out', async () => {
    const { run } = await letterUnit();
    await plan(run, '--meeting "27/3 16:30" --venue School');
    const seen = [await calendarOf(run, 'invitation-carer', 'carer')];
    await plan(run, '--meeting "26/3 10:00" --venue School --because "The head is away"');
    seen.push(await calendarOf(run, 'meeting-changed', 'carer'));
    await plan(run, '--meeting "24/3 10:00" --venue School --because "A slip"');
    seen.push(await calendarOf(run, 'meeting-changed', 'carer'));
    const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { id: number; kind: string }[];
    };
    const last = chronology.findLast(({ kind }) => kind === 'review-planned')!;
    await run(`strike ${last.id} --why "A slip" --yes`);
    seen.push(await calendarOf(run, 'meeting-changed', 'carer'));
    const later = '--today 2026-03-16';
    await run(`review cancel K1 --reason "Snow" --agreed-by "A Khan" ${later}`);
    seen.push(await calendarOf(run, 'meeting-cancelled', `carer ${later}`));
    await plan(run, `--meeting "30/3 10:00" --venue School ${later}`);
    seen.push(await calendarOf(run, 'invitation-carer', `carer ${later}`));
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1);
    expect(seen.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(seen.map(({ method }) => method)).toEqual([
      ...['REQUEST', 'REQUEST', 'REQUEST', 'REQUEST', 'CANCEL', 'REQUEST'],
    ]);
    expect(seen.map(({ begins }) => begins.slice(0, 10))).toEqual([
      ...['2026-03-27', '2026-03-26', '2026-03-24', '2026-03-26', '2026-03-26', '2026-03-30'],
    ]);
    expect(seen[4]!.status).toBe('CANCELLED');
    for (const { summary, file } of seen) {
      expect(summary).toBe('K1: review meeting');
      expect(file).not.toMatch(/Siân|O'Brien|Beth Ames/);
    }
  });

  it('is of each reader’s own, and of none who do not come', async () => {
    const { run } = await letterUnit();
    await plan(run, '--meeting "27/3 16:30" --venue School');
    await run('review participants K1 --add father --part consulted');
    const uids = [
      (await calendarOf(run, 'invitation-parent', 'mother')).uid,
      (await calendarOf(run, 'invitation-carer', 'carer')).uid,
    ];
    expect(new Set(uids).size).toBe(2);
    const cwd = folder();
    const { out } = await run('letter invitation-parent-on-papers K1 --to father --format eml', { cwd });
    const mail = await PostalMime.parse(readFileSync(join(cwd, out.trim())));
    expect(mail.attachments.some(({ mimeType }) => mimeType.includes('calendar'))).toBe(false);
  });
});
