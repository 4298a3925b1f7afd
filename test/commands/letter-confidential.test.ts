/** A confidential placement reaches nobody who may not know it: every template, for every recipient. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Context, createContext } from '../../src/context';
import { toText } from '../../src/documents/plain/to-text';
import type { TemplateShelf } from '../../src/documents/template/shelf';
import type { Template } from '../../src/documents/template/template';
import { toHtml } from '../../src/documents/to-html';
import { UserError } from '../../src/errors';
import { calendarOf } from '../../src/letters/calendar';
import { trackedOne } from '../../src/letters/data/tracked';
import type { LetterCase } from '../../src/letters/letter-case';
import { letterOf } from '../../src/letters/one-document';
import type { Addressee } from '../../src/letters/recipient';
import { recipientsOf } from '../../src/letters/recipients';
import { shelfOf } from '../../src/letters/shelf';
import { caseFor } from '../../src/letters/which-case';
import { isFor } from '../../src/letters/which-document';
import { sourceOf } from '../../src/letters/withheld';
import { findChild } from '../../src/store/children';
import { confidentialUnit, DAY, SECRETS } from '../support/confidential';
import { folder } from '../support/harness';

let db: string;
let run: Awaited<ReturnType<typeof confidentialUnit>>['run'];

beforeAll(async () => {
  ({ db, run } = await confidentialUnit());
  for (const line of [...CONFERENCES, ...MATTERS]) {
    const { code, err } = await run(`${line} --yes --today 2026-04-22`);
    if (code !== 0) throw new Error(`${line}\n${err}`);
  }
});

/** On a plan since before care, with a conference to come where the child lives: what is typed tells that by a slip. */
const CONFERENCES = [
  'conference hold K1 --outcome plan --harm yes --category neglect --attended mother,teacher,gp,social-worker --on 2026-02-20 --item "Safe with Beth Ames; Beth Ames; 1/6/2026"',
  'conference hold K1 --outcome continue --harm yes --plan changed --attended mother,teacher,gp,social-worker --on 2026-03-20 --item "Ring 01757 555123; carer"',
  'conference after K1 --offered early-help --on 2026-03-21',
  'conference plan K1 --meeting "13/5 10:00" --venue "Foster home, Selby"',
  'conference participants K1 --add mother,father,grandmother,teacher,gp,guardian,advocate,carer',
  'conference participants K1 --add mother --brings "Beth Ames"',
  'conference reports K1 --asked teacher,gp --by 2026-05-06',
  'conference exclude K1 --who grandmother --why "Beth Ames asked" --tell "Beth Ames of 12 Oak Street asked" --instead "Write to 12 Oak Street"',
];

/** All else that letters are of, each with the home in what was typed. */
const MATTERS = [
  'review after K1 --response disagreed --about "Beth Ames" --tell "Beth Ames of 12 Oak Street is paid too little" --responded 2026-04-22',
  'review call-early K1 --asked-by mother --reason request --about "12 Oak Street" --on 2026-04-21',
  'review call-early K1 --decision granted --by 2026-05-20 --why "Beth Ames asked" --tell "Mrs Ames of 12 Oak Street asked" --on 2026-04-22',
  'person add --role iro --name "Bo Lind"',
  'iro change K1 "Bo Lind" --reason "Beth Ames asked" --independent yes --on 2026-04-22',
  'dispute open K1 --about "Beth Ames of 12 Oak Street asked for a tutor" --theme education --to social-worker --by 2026-04-30',
  'dispute stage K1 --answer "Ring Beth Ames on 01757 555123"',
  'dispute stage K1 --to grandmother',
  'dispute note K1 --legal-advice "Chambers at 12 Oak Street"',
  'dispute cafcass K1 --outcome referred --why "Mrs Ames waits"',
  'dispute resolve K1 --how "Beth Ames has a tutor" --outcome agreed --tell "A tutor comes to 12 Oak Street."',
  'secure placed K1 --until 2026-06-30 --on 2026-04-21',
  'secure panel K1 --members "Una Fox, Vic Grant, Wes Hart" --chair "Una Fox" --independent "Vic Grant" --on 2026-04-21',
  'secure review K1 --outcome stays --criteria yes --necessary yes --other no --reasons "She runs back to 12 Oak Street" --views child',
  'secure plan K1 --meeting 2026-05-20 --time 14:00 --venue "Foster home, Selby"',
  'secure report K1 --from mother --said "Beth Ames is kind"',
  'child link K1 "Tess Grey" --role personal-adviser --tag adviser',
  'child link K1 "Ivy Moss" --role independent-visitor',
  'pathway plan K1 --adviser adviser --made 2026-04-22',
  'pathway review K1 --held 2026-04-22 --views child --adviser-came yes --changed yes --outcome "You stay with Beth Ames"',
  'pathway review K1 --meeting 2026-05-20 --time 10:00 --venue "Foster home, Selby"',
  'child remand K1 --to local-authority --where "12 Oak Street"',
  'child remand K1 --plan care-plan,placement-plan --wishes',
];

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
  readonly recipient: Addressee;
  /** Null where it needs what is not recorded of that reader. */
  readonly text: string | null;
  readonly html: string | null;
  readonly notes: readonly string[];
  readonly venue: string | null;
  /** The calendar entry of a draft. */
  readonly calendar: string | null;
}

const UNIT = { name: 'Reviewing Unit', address: 'unit@testshire.gov.uk' };

/** Every document for everyone, also for those for whom it is not meant. */
async function everything(
  file = db,
  ref = 'K1',
  isWanted: (template: Template, shelf: TemplateShelf) => boolean = () => true,
): Promise<Tried[]> {
  const context = await contextOn(file);
  try {
    const shelf = shelfOf(context);
    const unit = await context.open();
    const child = findChild(unit.db, ref)!;
    const wanted = [...shelf.templates.values()].filter((template) => isWanted(template, shelf));
    return wanted.flatMap((template) => {
      let review: LetterCase;
      try {
        review = caseFor(context, unit, child.ref, template, {});
      } catch (error) {
        if (error instanceof UserError) return [];
        throw error;
      }
      const everyone = recipientsOf(review);
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
            calendar: calendarOf(context, letter, UNIT)?.content.replaceAll('\r\n ', '') ?? null,
          };
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(error.message, `${template.name} for ${recipient.tag}`).toMatch(/ needs /);
          return { template, recipient, text: null, html: null, notes: [], venue: null, calendar: null };
        }
      });
    });
  } finally {
    context.close();
  }
}

let whole: Promise<Tried[]> | null = null;
/** All of it for the one child, made once. */
const all = (): Promise<Tried[]> => {
  whole ??= everything();
  return whole;
};

/** What is told of some secrets, by which document, to whom. */
function toldOf(tried: readonly Tried[], secrets: readonly string[]): string[] {
  return tried.flatMap(({ template, recipient, text, html, venue, calendar }) =>
    secrets.flatMap((secret) =>
      [text, html, venue, calendar].some((each) => each?.replaceAll(/\s+/g, ' ').includes(secret))
        ? [`${template.name} tells ${recipient.tag} "${secret}"`]
        : [],
    ),
  );
}

const OUTSIDERS = [
  ...['mother', 'father', 'teacher', 'grandmother', 'guardian', 'gp', 'advocate'],
  ...['adviser', 'independent-visitor', 'raised-with'],
];
const DELEGATES = ['gp-delegate', 'carer-delegate'];
/** Whoever comes in the teacher's place is the carer. */
const INSIDERS = ['child', 'iro', 'social-worker', 'carer', 'supervising-social-worker', 'teacher-delegate'];
/** They review where the child is. */
const PANEL = ['panel-1', 'panel-2', 'panel-3'];

describe('a confidential placement', () => {
  it('reaches nobody who may not know it, by any document', async () => {
    const tried = await all();
    expect([...new Set(tried.map(({ recipient }) => recipient.tag))].sort()).toEqual(
      [...OUTSIDERS, ...DELEGATES, ...INSIDERS, ...PANEL, 'manager', 'service-manager'].sort(),
    );
    const outside = tried.filter(({ recipient }) => [...OUTSIDERS, ...DELEGATES].includes(recipient.tag));
    expect(toldOf(outside, SECRETS)).toEqual([]);
    expect(outside.filter(({ calendar }) => calendar !== null).length).toBeGreaterThan(40);
  }, 300_000);

  it('was tried with every document that goes to someone outside', async () => {
    const tried = await all();
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
      // What an e-mail says that brings a document has nothing of the child but what they are called.
    ).toEqual(['covering-email']);
    expect(outside.size).toBeGreaterThan(40);
  });

  it('is told to those who may know it', async () => {
    const tried = await all();
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
    expect(out).toContain('- the supervising social worker\n');
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

/** Ways to write down a meeting where the child lives, each with what would tell it. */
const HOMES: readonly (readonly [venue: string, secret: string])[] = [
  ['12 oak st, selby', 'oak st'],
  ['12, OAK STREET.', 'OAK STREET'],
  ['yo84ab', 'yo84ab'],
  ['the Ames’ house', 'Ames'],
  ['AMES, after tea', 'AMES'],
  ["Beth's, by the school", "Beth's, by"],
  ['At home', 'At home'],
  ['Placement', 'Place: Placement'],
  ['foster home (usual)', 'foster home (usual)'],
  ['Rose Nook', 'Rose Nook'],
  ['The Old School, Cawood', 'Cawood'],
  ['carers’ house, or https://meet.example/x', 'carers’ house'],
];

/** True of a document that says where the meeting is. */
const saysWhere = (template: Template, shelf: TemplateShelf): boolean =>
  /review\.(?:venue|link)/.test(sourceOf(template, shelf));

describe('a meeting where the child lives', () => {
  let own: Awaited<ReturnType<typeof confidentialUnit>>;

  beforeAll(async () => {
    own = await confidentialUnit();
  });

  it.each(HOMES)(
    'is told to nobody outside, and to all who may know: %s',
    { timeout: 180_000 },
    async (venue, secret) => {
      const { code, err } = await own.run(
        `review plan K1 --meeting "12/5 16:00" --venue "${venue}" --because "Again" --today ${DAY}`,
      );
      expect([code, err]).toEqual([0, err]);
      const tried = await everything(own.db, 'K1', saysWhere);
      expect(new Set(tried.map(({ template }) => template.name)).size).toBeGreaterThan(18);
      const outside = tried.filter(({ recipient }) => [...OUTSIDERS, ...DELEGATES].includes(recipient.tag));
      expect(toldOf(outside, [secret])).toEqual([]);
      const inside = tried.find(
        ({ template, recipient }) => template.name === 'invitation-carer' && recipient.tag === 'carer',
      )!;
      // A name is shown as it is recorded, whatever the case in which it was typed.
      expect(inside.text?.replaceAll(/\s+/g, ' ').toLowerCase()).toContain(secret.toLowerCase());
      expect(inside.calendar?.toLowerCase()).toContain(
        secret.replace('Place: ', '').replaceAll(',', '\\,').toLowerCase(),
      );
    },
  );

  it('with adopters is told to nobody outside, nor who they are', { timeout: 180_000 }, async () => {
    const lines = [
      'new-review --ref K3 --name "Nia Price" --born 2022-05-02 --looked-after 2026-03-02 --basis E1 --iro "A Khan" --social-worker "S Worker" --placement U4 --yes',
      'child link K3 "Joe Smith" --role adopter --tag adopter --address "Flat 2, 9 Mill Lane, Thirsk, YO7 1AA"',
      'child link K3 "Carys Price" --role parent --relationship mother --responsibility yes',
      'child link K3 "T Each" --role teacher',
      'review participants K3 --add mother --why "Agreed with the IRO"',
      'review plan K3 --meeting "24/3 10:00" --venue "the Smiths’, mill ln., thirsk"',
    ];
    for (const line of lines) {
      const { code, err } = await own.run(`${line} --today 2026-03-02`);
      expect([line, code, err]).toEqual([line, 0, err]);
    }
    const tried = await everything(own.db, 'K3', ({ kind }) => kind !== 'tracked');
    const outside = tried.filter(({ recipient }) => ['mother', 'teacher'].includes(recipient.tag));
    expect(outside.filter(({ text }) => text !== null).length).toBeGreaterThan(40);
    // Not even that there is one: a carer comes.
    expect(toldOf(outside, ['Smith', 'mill ln', 'Mill', 'hirsk', 'YO7', 'adopter'])).toEqual([]);
    const adopter = tried.find(
      ({ template, recipient }) => template.name === 'invitation-carer' && recipient.tag === 'adopter',
    )!;
    expect(adopter.text).toContain('the Smiths’, mill ln., thirsk');
  });
});

describe('a child on the way to adoption', () => {
  const OF_ADOPTION = (template: Template): boolean =>
    template.about === 'adoption' || /^(?:adoption|record-adoption|record-disruption)/.test(template.name);
  let own: Awaited<ReturnType<typeof confidentialUnit>>;

  beforeAll(async () => {
    own = await confidentialUnit();
    const lines = [
      'new-review --ref K5 --name "Nia Price" --born 2016-05-02 --looked-after 2026-01-05 --basis E1 --iro "A Khan" --social-worker "S Worker" --yes',
      'child link K5 "Joe Smithson" --role adopter --tag adopter --knows-placement yes --address "Flat 2, 9 Mill Lane, Thirsk, YO7 1AA"',
      'child link K5 "Carys Bevan" --role parent --relationship mother --responsibility yes',
      'child link K5 "T Each" --role teacher',
      'adoption authorised K5 --by placement-order --on 2026-02-02 --yes',
      'adoption placed K5 --with adopter --on 2026-04-20 --yes',
      'adoption parent K5 mother --answer in-part --why "Joe Smithson agrees" --tell "Joe Smithson of 9 Mill Lane comes" --on 2026-04-21 --yes',
      'review plan K5 --meeting "2026-05-12 10:00" --venue "the Smithsons’, mill ln., thirsk" --yes',
    ];
    for (const line of lines) {
      const { code, err } = await own.run(`${line} --today ${DAY}`);
      expect([line, code, err]).toEqual([line, 0, err]);
    }
  }, 120_000);

  it('is not told with whom they are by any letter to the birth family or others', async () => {
    const tried = await everything(own.db, 'K5', OF_ADOPTION);
    const outside = tried.filter(({ recipient }) => ['mother', 'teacher'].includes(recipient.tag));
    expect(
      new Set(outside.flatMap(({ template, text }) => (text === null ? [] : [template.name]))).size,
    ).toBeGreaterThan(5);
    expect(toldOf(outside, ['Smithson', 'Mill', 'mill ln', 'hirsk', 'YO7'])).toEqual([]);
  }, 120_000);

  it('has adopters and birth family on no letter of each other’s', async () => {
    const tried = await everything(
      own.db,
      'K5',
      ({ kind, about }) => kind === 'invitation' && about === 'review',
    );
    const madeFor = (tag: string) =>
      tried.filter(({ recipient, text }) => recipient.tag === tag && text !== null);
    expect(madeFor('adopter').length).toBeGreaterThan(5);
    expect(toldOf(madeFor('adopter'), ['Carys', 'Bevan', 'mother'])).toEqual([]);
    expect(toldOf(madeFor('mother'), ['adopter', '- carer'])).toEqual([]);
    // The child’s letter is read at home, with the adopters.
    expect(toldOf(madeFor('child'), ['Carys', 'your mother'])).toEqual([]);
    expect(toldOf(madeFor('social-worker'), ['Carys']).length).toBeGreaterThan(0);
  }, 120_000);

  it('has a birth parent invited only once that is decided', async () => {
    const line = 'letter adoption-invitation-birth-parent K5 --to mother --format txt --out -';
    expect((await own.run(`${line} --today ${DAY}`)).code).toBe(0);
    await own.run(
      `adoption parent K5 mother --answer not-invited --why "A threat" --on 2026-04-27 --yes --today ${DAY}`,
    );
    const { code, err } = await own.run(`${line} --today ${DAY}`);
    expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('not invited, as it was decided'),
    ]);
  });
});

describe('a place that may be the home', () => {
  const planned = async (venue: string) => {
    const own = await confidentialUnit();
    await own.run(
      `review plan K1 --meeting "12/5 16:00" --venue "${venue}" --because "Again" --today ${DAY}`,
    );
    const letter = (more = '') =>
      own.run(`letter invitation-parent K1 --to mother --format txt --out - ${more} --today ${DAY}`);
    return { ...own, letter };
  };

  it('is held back with the reason, until whoever writes says that it is nobody’s home', async () => {
    const { run, letter } = await planned('Costa, Parliament Street');
    const { code, out, err } = await letter();
    expect([code, out.includes('Costa')]).toEqual([0, false]);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'The place of the meeting is held back from the mother, who may not know where the child lives: the placement is confidential. It may be where the child lives. If it is not: --tell-venue',
    );
    const told = await letter('--tell-venue');
    expect(told.out).toContain('Place: Costa, Parliament Street');
    expect(told.err).not.toContain('The place of the meeting');
    const out2 = folder();
    // No contact is recorded for the father, and that is asked about first.
    await run(`letter pack K1 --format txt --tell-venue --despite-no-contact --today ${DAY}`, { cwd: out2 });
    expect(readFileSync(join(out2, 'K1-2-invitation-parent-mother.txt'), 'utf8')).toContain('Place: Costa');
  });

  it('is held back all the same if it names what is recorded of the placement', async () => {
    const { letter } = await planned('Oak St café');
    const { out, err } = await letter('--tell-venue');
    expect(out).not.toContain('Oak St');
    expect(err).toContain('The place of the meeting');
    expect(err).not.toContain('--tell-venue');
  });
});

describe('names of brothers and sisters at the same meeting', () => {
  it('are for the child, colleagues, and whoever is among the people of both', async () => {
    const text = async (name: string, to: string): Promise<string> =>
      (await run(`letter ${name} K1 --to ${to} --review 1 --format txt --out - --today 2026-03-23`)).out;
    expect(await text('invitation-child', 'child')).toContain('Macsen');
    expect(await text('invitation-social-worker', 'social-worker')).toContain('Macsen');
    expect(await text('invitation-teacher', 'teacher')).not.toContain('Macsen');
    expect(await text('invitation-carer', 'carer')).not.toContain('Macsen');
    expect(await text('invitation-parent', 'mother')).not.toContain('Macsen');
    await run('child link K2 "Jane Roe" --role parent --relationship mother --today 2026-03-23');
    await run('child link K2 "M Teach" --role teacher --today 2026-03-23');
    expect(await text('invitation-parent', 'mother')).toContain('Macsen');
    expect(await text('invitation-teacher', 'teacher')).toContain('Macsen');
  });
});
