/** A confidential placement reaches nobody who may not know it: every template, for every recipient. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { isFor } from '../../src/commands/letter/choice';
import { trackedOne } from '../../src/commands/letter/data-tracked';
import { letterOf } from '../../src/commands/letter/made';
import { type Recipient, recipientsOf } from '../../src/commands/letter/recipient';
import { type LetterReview, reviewOf } from '../../src/commands/letter/review';
import { shelfOf } from '../../src/commands/letter/shelf';
import { type Context, createContext } from '../../src/context';
import type { Template } from '../../src/documents/template';
import { toHtml } from '../../src/documents/to-html';
import { toText } from '../../src/documents/to-text';
import { UserError } from '../../src/errors';
import { findChild } from '../../src/store/children';
import { confidentialUnit, DAY, SECRETS } from '../support/confidential';
import { folder } from '../support/harness';

let db: string;
let run: Awaited<ReturnType<typeof confidentialUnit>>['run'];

beforeAll(async () => {
  ({ db, run } = await confidentialUnit());
});

function contextOn(file: string): Promise<Context> {
  return createContext(
    { db: file, today: DAY, input: false, color: false },
    {
      stdin: process.stdin,
      stdout: { write: () => true },
      stderr: { write: () => true },
      env: {},
      cwd: '/',
      now: () => Date.UTC(2026, 3, 27, 12),
    },
  );
}

interface Tried {
  readonly template: Template;
  readonly recipient: Recipient;
  /** Null where it needs what is not recorded of that reader. */
  readonly text: string | null;
  readonly html: string | null;
  readonly notes: readonly string[];
  readonly venue: string | null;
}

/** Every document for everyone, also for those for whom it is not meant. */
async function everything(ref = 'K1', typed?: string): Promise<Tried[]> {
  const context = await contextOn(db);
  try {
    const shelf = shelfOf(context);
    const unit = await context.open();
    const child = findChild(unit.db, ref)!;
    return [...shelf.templates.values()].flatMap((template) => {
      let review: LetterReview;
      try {
        review = reviewOf(context, unit, child, template, typed);
      } catch (error) {
        if (error instanceof UserError) return [];
        throw error;
      }
      const everyone = recipientsOf({ ...review, participants: review.list?.participants ?? [] });
      return everyone.map((recipient): Tried => {
        const tracked = template.kind === 'tracked' ? trackedOne(review, '1.2') : null;
        try {
          const letter = letterOf({ template, recipient, review, tracked }, shelf);
          const text = toText(letter.model);
          return {
            template,
            recipient,
            text,
            html: toHtml(letter.model),
            notes: letter.notes,
            venue: letter.venue,
          };
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(error.message, `${template.name} for ${recipient.tag}`).toMatch(/ needs /);
          return { template, recipient, text: null, html: null, notes: [], venue: null };
        }
      });
    });
  } finally {
    context.close();
  }
}

const OUTSIDERS = ['mother', 'father', 'teacher', 'grandmother', 'guardian', 'gp', 'advocate'];
const DELEGATES = ['gp-delegate', 'carer-delegate'];
/** Whoever comes in the teacher's place is the carer. */
const INSIDERS = ['child', 'iro', 'social-worker', 'carer', 'supervising-social-worker', 'teacher-delegate'];

describe('a confidential placement', () => {
  it('reaches nobody who may not know it, by any document', async () => {
    const tried = await everything();
    expect([...new Set(tried.map(({ recipient }) => recipient.tag))].sort()).toEqual(
      [...OUTSIDERS, ...DELEGATES, ...INSIDERS, 'manager', 'service-manager'].sort(),
    );
    const outside = tried.filter(({ recipient }) => [...OUTSIDERS, ...DELEGATES].includes(recipient.tag));
    const told = outside.flatMap(({ template, recipient, text, html, venue }) => {
      return SECRETS.flatMap((secret) =>
        [text, html, venue].some((each) => each?.includes(secret))
          ? [`${template.name} tells ${recipient.tag} "${secret}"`]
          : [],
      );
    });
    expect(told).toEqual([]);
  });

  it('was tried with every document that goes to someone outside', async () => {
    const tried = await everything();
    const madeFor = (tags: readonly string[]): Set<string> =>
      new Set(
        tried.flatMap(({ template, recipient, text }) =>
          text !== null && tags.includes(recipient.tag) ? [template.name] : [],
        ),
      );
    const outside = madeFor(OUTSIDERS);
    const meant = tried.filter(
      ({ template, recipient }) => OUTSIDERS.includes(recipient.tag) && isFor(template, recipient),
    );
    // Reasons and what is sent afterwards need what was decided of that one person; an exit review has not been.
    expect(
      [...new Set(meant.map(({ template }) => template.name))].filter((name) => !outside.has(name)),
    ).toEqual([]);
    expect(outside.size).toBeGreaterThan(40);
  });

  it('is told to those who may know it', async () => {
    const tried = await everything();
    const of = (tag: string, name: string): Tried =>
      tried.find(({ template, recipient }) => template.name === name && recipient.tag === tag)!;
    expect(of('child', 'invitation-child').text).toContain('Foster home, Selby');
    expect(of('carer', 'invitation-carer').text).toContain('Foster home, Selby');
    expect(of('social-worker', 'invitation-social-worker').text).toContain('Beth Ames');
    for (const tag of INSIDERS) expect(of(tag, 'record-decisions').notes).toEqual([]);
    expect(of('iro', 'record-decisions').text).toContain('Beth Ames takes her to the dentist');
  });

  it('is held back with the reason', async () => {
    const { code, out, err } = await run(
      `letter invitation-parent K1 --to mother --format txt --out - --today ${DAY}`,
    );
    expect(code).toBe(0);
    expect(out).toContain('We will tell you the place.');
    expect(out).toContain('- supervising social worker\n');
    expect(out).toContain('- someone in place of the carer\n');
    expect(out).not.toContain('Selby');
    const said = err.replaceAll(/\s+/g, ' ');
    expect(said).toContain(
      'Note: The place of the meeting is held back from the mother, who may not know where the child lives: the placement is confidential.',
    );
    expect(said).toContain('Note: The name of the carer is held back from the mother');
  });

  it('is in no calendar of theirs, and in that of those who may know', async () => {
    const out = folder();
    const draft = async (name: string, to: string): Promise<string> => {
      const { code, err } = await run(`letter ${name} K1 --to ${to} --format eml --today ${DAY}`, {
        cwd: out,
      });
      expect([code, err]).toEqual([0, err]);
      const mail = await PostalMime.parse(readFileSync(join(out, `K1-2-${name}-${to}.eml`)));
      const calendar = mail.attachments.find(({ mimeType }) => mimeType.includes('calendar'))!;
      return new TextDecoder().decode(calendar.content as ArrayBuffer);
    };
    const mother = await draft('invitation-parent', 'mother');
    expect(mother).toContain('METHOD:REQUEST');
    expect(mother).not.toContain('LOCATION');
    for (const secret of SECRETS) expect(mother).not.toContain(secret);
    expect(await draft('invitation-carer', 'carer')).toContain('LOCATION:Foster home\\, Selby');
  });

  it('does not hold a public place back', async () => {
    const { run: other } = await confidentialUnit();
    await other(
      `review plan K1 --meeting "13/5 16:00" --venue "Civic Centre, room 4" --because "Again" --today ${DAY}`,
    );
    const { out, err } = await other(
      `letter invitation-parent K1 --to mother --format txt --out - --today ${DAY}`,
    );
    expect(out).toContain('Place: Civic Centre, room 4');
    expect(err).not.toContain('The place of the meeting');
    expect(out).not.toContain('Beth Ames');
  });

  it('stops a template of the council’s own that says it', async () => {
    const own = await confidentialUnit();
    const copied = (await own.run('template copy invitation-parent')).out.trim();
    const { writeFileSync } = await import('node:fs');
    writeFileSync(copied, `${readFileSync(copied, 'utf8')}\nCome to 12 Oak Street, Selby.\n`);
    const out = folder();
    const { code, err } = await own.run(`letter invitation-parent K1 --to mother --today ${DAY}`, {
      cwd: out,
    });
    expect(code).toBe(1);
    expect(err).toContain(
      'K1/2: invitation-parent would tell the mother where the child lives, or with whom. Nothing was written.',
    );
    expect((await own.run('child show K1 --json')).out).toContain('"documents": []');
  });
});

describe('names of brothers and sisters at the same meeting', () => {
  it('are for the child, professionals, and parents of both', async () => {
    const text = async (name: string, to: string): Promise<string> =>
      (await run(`letter ${name} K1 --to ${to} --review 1 --format txt --out - --today ${DAY}`)).out;
    expect(await text('invitation-child', 'child')).toContain('Macsen');
    expect(await text('invitation-teacher', 'teacher')).toContain('Macsen');
    expect(await text('invitation-carer', 'carer')).not.toContain('Macsen');
    expect(await text('invitation-parent', 'mother')).not.toContain('Macsen');
    await run('child link K2 "Jane Roe" --role parent --relationship mother --today 2026-04-27');
    expect(await text('invitation-parent', 'mother')).toContain('Macsen');
  });
});
