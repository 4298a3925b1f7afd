import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { everything, linesOf, onScreen, widest } from '../support/facts';
import { folder } from '../support/harness';
import { pageChecker } from '../support/page-checker';
import { lateUnit, ON, PLANNED_LATE, PRIVATE, type ReportUnit } from '../support/reports';

let late: ReportUnit;
beforeAll(async () => {
  late = await lateUnit();
  const planned = await late.run(PLANNED_LATE);
  if (planned.code !== 0) throw new Error(planned.err);
});

const report = async (options = ''): Promise<string> =>
  (await late.run(`report overdue ${options} ${ON}`)).out;
const unwrapped = (text: string): string => text.replaceAll(/\s+/g, ' ');

interface Row {
  ref: string;
  name: string | null;
  initials: string | null;
  force: string;
  due: string;
  compressed: boolean;
}
interface Report {
  for: { name: string | null; why: string[]; scope: { all: boolean; teams: string[]; iros: string[] } };
  totals: { overdue: number; statutory: number; soon: number; toSettle: number };
  groups: { team: string | null; iros: { iro: string; ages: { age: string; rows: Row[] }[] }[] }[];
  soon: Row[];
  lateReviews: { ref: string; state: string; on: string; because: string; agreedBy: string }[];
  since: null;
}
const reports = async (options = ''): Promise<Report[]> =>
  JSON.parse(await report(`${options} --json`)).reports;
const refsIn = ({ groups }: Report): string[] => [
  ...new Set(
    groups.flatMap(({ iros }) =>
      iros.flatMap(({ ages }) => ages.flatMap(({ rows }) => rows.map(({ ref }) => ref))),
    ),
  ),
];

describe('report overdue', () => {
  it('has its counts on top, what is past a limit of law first, then what is late by team', async () => {
    const out = await report();
    expect(out).toMatch(
      /^Overdue on Monday 30 March 2026, Testshire, all children\n\d+ steps late of \d+ children, \d+ steps? past a limit of LAW; /,
    );
    expect(linesOf(out).filter((line) => /^[A-Z]{2}/.test(line))).toEqual([
      'BY TEAM (working days late)',
      expect.stringMatching(/^PAST A LIMIT OF LAW \(\d+\)$/),
      expect.stringMatching(/^LATE, BY PROCEDURE \(\d+\)$/),
      expect.stringMatching(/^DUE SOON \(\d+\): (\d+ (today|tomorrow|on \w+ \d+ \w+)(, |$))+/),
      expect.stringMatching(/^TO SETTLE \(\d+\)$/),
      'REVIEWS PAST THEIR LIMIT (1)',
    ]);
    const procedure = out.slice(out.indexOf('LATE, BY PROCEDURE'), out.indexOf('DUE SOON'));
    expect(linesOf(procedure).filter((line) => /^ [A-Z]/.test(line))).toEqual([
      ' North',
      ' South',
      ' No team recorded',
    ]);
    const [, late, law, old] = /No team recorded +(\d+) +(\d+) +(\d+) /.exec(out)!;
    expect([Number(late), Number(law), Number(old)].every((amount) => amount > 0)).toBe(true);
    expect(out.slice(0, out.indexOf('REVIEWS PAST'))).not.toMatch(/statutory|Who acts:|: due/);
    const [all] = await reports();
    for (const { rows } of all!.groups.flatMap(({ iros }) => iros.flatMap(({ ages }) => ages))) {
      const order = rows.map(({ force, due }) => `${force === 'statutory' ? 0 : 1} ${due}`);
      expect(order).toEqual([...order].sort());
    }
    expect(out).toMatch(/^ C2\/1 \(OQ\) +5 days {2}Hold the first review +M Ŵyn\n {3}South, M Ŵyn\.$/m);
  });

  it('has one row a line in a pipe, whole, with day, law, duty, who acts, team and IRO', async () => {
    const { out, err } = await late.run(`report overdue ${ON}`, { toPipe: true });
    expect(out).toMatch(
      /^ C2\/1 \(OQ\) +5 days late +Mon 23 Mar {2}LAW {2}Hold the first review +M Ŵyn +South, M Ŵyn$/m,
    );
    const [all] = await reports();
    const rows = linesOf(out).filter((line) => /^ C\d.* (late|today|days?) +\w{3} \d+ \w{3} /.test(line));
    expect(rows).toHaveLength(all!.totals.overdue + all!.totals.soon);
    expect(err).toBe('What falls due, one by one: irotool due --week\n');
  });

  it('counts on a screen what falls due by its days, and says how to see it one by one', async () => {
    const { out, err } = await late.run(`report overdue --team North ${ON}`);
    expect(err).toBe('What falls due, one by one: irotool due --week --team "North"\n');
    const [, all, days] = /DUE SOON \((\d+)\): (.*)/.exec(out)!;
    const counted = [...days!.matchAll(/(\d+) (?:today|tomorrow|on )/g)].map(([, amount]) => Number(amount));
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(Number(all));
  });

  it('fits eighty columns, and a narrow screen', async () => {
    for (const options of ['', '--preview', '--to managers']) {
      expect(widest(await report(options))).toBeLessThanOrEqual(80);
    }
    const narrow = await onScreen(`report overdue ${ON}`, late.db, 40);
    expect(widest(narrow.out)).toBeLessThanOrEqual(40);
  });

  it('says of a review planned past its limit why and who agreed, without a name in it', async () => {
    const out = unwrapped(await report('--team North'));
    expect(out).toContain('REVIEWS PAST THEIR LIMIT (1) Planned past the limit');
    expect(out).toContain(
      'it is planned for Thu 9 Apr. Why: (name left out) is in hospital, and (name left out) asked',
    );
    expect(out).toContain('Agreed by: the service manager.');
    expect(out).not.toContain('C2');
  });

  it('says of a review held past its limit why and who agreed, for a week', async () => {
    const own = await lateUnit();
    const held = await own.run(
      'review hold C2 --on 2026-03-27 --code PN1 --late-because "The IRO was ill" --agreed-by "Sal Service" --today 2026-03-27 --yes',
    );
    expect(held.err + held.code).toMatch(/0$/);
    const late = async (today: string): Promise<string> =>
      unwrapped((await own.run(`report overdue --today ${today}`)).out);
    expect(await late('2026-03-30')).toContain(
      'C2/1 (OQ) Hold the first review (limit of law): due Mon 23 Mar, it was held on Fri 27 Mar. Why: The IRO was ill. Agreed by: Sal Service.',
    );
    expect(await late('2026-04-02')).toContain('it was held on Fri 27 Mar');
    expect(await late('2026-04-03')).not.toContain('it was held on Fri 27 Mar');
    // As the unit knew it the day before.
    expect(await late('2026-03-26')).not.toContain('was held');
  });

  it('says of a review that sat in time and was adjourned, that it did and why', async () => {
    const own = await lateUnit();
    const say = async (line: string, today: string): Promise<void> => {
      const { code, err } = await own.run(`${line} --yes --today ${today}`);
      if (code !== 0) throw new Error(err);
    };
    await say(
      'review adjourn C2 --on today --reason "Orla felt ill" --effect none --wishes "To go on"',
      '2026-03-20',
    );
    await say('review plan C2 --meeting "2026-03-26 10:00"', '2026-03-20');
    const told = async (today: string): Promise<string> =>
      unwrapped((await own.run(`report overdue --team South --today ${today}`)).out);
    const sat = 'sat on Fri 20 Mar, was adjourned, and';
    expect(await told('2026-03-24')).toMatch(
      /C2\/1 \(OQ\) 1 day Hold the first review M Ŵyn South, M Ŵyn\. It sat/,
    );
    expect(await told('2026-03-24')).not.toContain('REVIEWS PAST THEIR LIMIT');
    expect(await told('2026-03-24')).toContain(
      `It ${sat} is planned for Thu 26 Mar. Why: (name left out) felt ill. Agreed by: not recorded.`,
    );
    await say('review hold C2 --on today --code PN1', '2026-03-26');
    expect(await told('2026-03-30')).toContain(
      `due Mon 23 Mar, it ${sat} was held on Thu 26 Mar. Why: (name left out) felt ill.`,
    );
  });

  it('says in words what is undated, and when a step was planned late', async () => {
    const own = await lateUnit();
    await own.run(
      'review plan C1 --meeting "2026-04-01 10:00" --today 2026-03-30 --late-because x --agreed-by y --yes',
    );
    const soon = unwrapped((await own.run(`report overdue ${ON}`, { toPipe: true })).out);
    expect(soon).toContain('planned late');
    const passed = unwrapped((await own.run('report overdue --today 2026-04-02')).out);
    expect(passed).toMatch(
      /TO SETTLE \(\d+\).*C1\/1 \(JT\) Say what happened at the planned meeting \(since Wed 1 Apr\) Unit/,
    );
  });

  it('tells of the day before an IRO was allocated that there was none yet', async () => {
    const own = await lateUnit();
    for (const line of [
      'child add --ref C9 --name "No One"',
      'record C9 became-looked-after --on 2026-01-12',
      'record C9 iro-allocated "iro=A Khan" --on 2026-03-30',
    ]) {
      const { code, err } = await own.run(`${line} --today 2026-03-30`);
      if (code !== 0) throw new Error(err);
    }
    const iroOn = async (today: string): Promise<string> => {
      const { out } = await own.run(`report overdue --today ${today}`, { toPipe: true });
      return /^ C9[ /].* {2}(No team recorded, .*?)(?: {2}|$)/m.exec(out)![1]!;
    };
    expect(await iroOn('2026-03-29')).toBe('No team recorded, No IRO yet');
    expect(await iroOn('2026-03-30')).toBe('No team recorded, A Khan');
  });

  it('says that there is nothing, if there is nothing', async () => {
    const { unit } = await import('../support/harness');
    const { run } = await unit();
    const { out, code } = await run('report overdue');
    expect(code).toBe(0);
    expect(unwrapped(out)).toContain(
      'Nothing is overdue; nothing due by Thursday 19 March 2026; nothing to settle.',
    );
    expect((await run('report overdue --to managers')).err).toContain('There is no manager to report to.');
    const page = join(folder(), 'none.html');
    expect((await run(['report', 'overdue', '--html', page])).code).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('Nothing is overdue');
  });

  it('changes nothing', async () => {
    const before = everything(late.db);
    for (const options of ['', '--to managers --preview --names', '--json', '--csv']) await report(options);
    expect(everything(late.db)).toEqual(before);
  });
});

describe('who gets what', () => {
  it('is by team, by the IROs managed, and all for a service manager', async () => {
    const got = await reports('--to managers');
    expect(got.map((each) => [each.for.name, refsIn(each)])).toEqual([
      ['Dee Iros', ['C2', 'C3']],
      ['Mo North', ['C1']],
      ['Sal Service', ['C1', 'C2', 'C3']],
    ]);
    expect((await reports('--to "mo north"')).map(refsIn)).toEqual([['C1']]);
    expect((await reports('--to DEE@elsewhere.org --team South')).map(refsIn)).toEqual([['C2']]);
  });

  it('is shown by --preview, exactly, with why, and what no manager would be told', async () => {
    const out = await report('--preview');
    expect(out).toContain('To Mo North, mo@council.gov.uk\nWhy: Manages the team North (person --team).');
    expect(out).toContain('Why: Manages M Ŵyn (person --manages).');
    expect(out).toContain('Why: A service manager gets all children.');
    for (const name of ['Mo North', 'Dee Iros', 'Sal Service']) {
      expect(out).toContain((await report(`--to "${name}"`)).trimEnd());
    }
    expect(out).not.toContain('in the report of no manager');
    const own = await lateUnit();
    await own.run('person edit "Dee Iros" --left');
    const left = (await own.run(`report overdue --preview ${ON}`)).out;
    expect(left).toMatch(
      /in the report of no manager of a team or of IROs:\nSouth, M Ŵyn: \d+ entr(y|ies)\n/,
    );
    expect(left).not.toContain('Dee Iros');
  });

  it('says of a manager with nothing to manage that there is nothing to report', async () => {
    const own = await lateUnit();
    await own.run('person add --name "No Body" --role manager');
    const out = unwrapped((await own.run(`report overdue --to "No Body" --preview ${ON}`)).out);
    expect(out).toContain('To No Body, who has no address on record: cannot be reached by e-mail');
    expect(out).toContain('Has no team and manages nobody on record');
    expect(out).toContain('Nothing is overdue');
  });

  it.each([
    ['--to "Mo Nort"', 1, /no manager, service manager or director "Mo Nort"\. Did you mean "Mo North"\?/],
    ['--to no@council.gov.uk', 1, /Nobody on record has the address.*Did you mean "mo@council.gov.uk"\?/],
    ['--to mo@council', 1, /"mo@council" is not one plain e-mail address/],
    ['--to "mo@council.gov.uk, x@y.uk"', 1, /is not one plain e-mail address/],
    ['--to mother@home.uk', 1, /recorded as the address of a person of the role parent, and reports go to/],
    ['--to "A Khan"', 1, /no manager, service manager or director "A Khan"/],
    ['--team West', 1, /There is no team "West"/],
    ['--to managers --csv', 2, /--csv takes one report, and --to managers makes 3.*--to NAME/],
    ['--to managers --html all.html', 2, /--html takes one report/],
    ['--preview --csv', 2, /--preview prints on the screen; not with --csv/],
    ['--html unit.db', 2, /--html: the name of the file ends in \.html/],
    ['--xlsx report.xls', 2, /--xlsx: the name of the file ends in \.xlsx/],
    ['--html /dev/null/a.html', 1, /^\/dev\/null is a file, not a folder\./],
  ])('refuses %s', async (options, code, words) => {
    const answer = await late.run(`report overdue ${options} ${ON}`);
    expect([answer.code, answer.out]).toEqual([code, '']);
    expect(unwrapped(answer.err)).toMatch(words);
  });
});

describe('an address', () => {
  it('that nobody on record has gets all of it, by reference and initials, and why is shown', async () => {
    const { code, out, err } = await late.run(
      `report overdue --to head.of.service@elsewhere.org --names --preview ${ON}`,
    );
    expect(code).toBe(0);
    expect(linesOf(out)[0]).toBe('To head.of.service@elsewhere.org');
    expect(unwrapped(err)).toMatch(/^head\.of\.service@elsewhere\.org: references and initials only/);
    expect(out).toContain('Why: Nobody on record has this address: all children.');
    for (const ref of ['C1', 'C2', 'C3']) expect(out).toContain(ref);
    for (const name of PRIVATE) expect(out).not.toContain(name);
  });

  it('that two share gets one report of what is theirs together', async () => {
    const own = await lateUnit();
    await own.run('person edit "Dee Iros" --email MO@council.gov.uk');
    const both = async (to: string): Promise<Report[]> =>
      JSON.parse((await own.run(`report overdue --to ${to} --json ${ON}`)).out).reports;
    const got = await both('managers');
    expect(got.map((each) => [each.for.name, refsIn(each)])).toEqual([
      ['Dee Iros and Mo North', ['C2', 'C3']],
      ['Sal Service', ['C2', 'C3']],
    ]);
    expect(got[0]!.for.scope).toEqual({ all: false, teams: ['North'], iros: ['M Ŵyn'] });
    expect((await both('mo@council.gov.uk')).map(refsIn)).toEqual([['C2', 'C3']]);
  });
});

describe('names', () => {
  /** Every way of telling it, to a file or not. */
  async function allOf(options: string): Promise<string[]> {
    const into = folder();
    const files = ['a.html', 'a.xlsx'].map((name) => join(into, name));
    await late.run([
      'report',
      'overdue',
      ...options.split(' ').filter(Boolean),
      '--html',
      files[0]!,
      '--xlsx',
      files[1]!,
      '--today',
      '2026-03-30',
    ]);
    const book = await JSZip.loadAsync(readFileSync(files[1]!));
    const sheets = await Promise.all(Object.values(book.files).map((file) => file.async('string')));
    return [
      await report(options),
      await report(`${options} --csv`),
      await report(`${options} --json`),
      await report(`${options} --preview`),
      readFileSync(files[0]!, 'utf8'),
      sheets.join('\n'),
    ];
  }

  it('are not in a draft that has no To, which anyone may be sent', async () => {
    const into = folder();
    const { code, err } = await late.run(['report', 'overdue', '--names', '--out', into, ...ON.split(' ')]);
    expect(code).toBe(0);
    expect(unwrapped(err)).toContain(
      'The draft: references and initials only, because no recipient is named (--to).',
    );
    const draft = await PostalMime.parse(readFileSync(join(into, 'overdue-2026-03-30.eml')));
    expect(draft.to ?? []).toEqual([]);
    expect(draft.text).toContain('C1/1 (JT)');
    for (const name of PRIVATE) expect(`${draft.text} ${draft.html}`).not.toContain(name);
  });

  it('are nowhere unless asked for: not in what people wrote, not a birthday', async () => {
    for (const text of await allOf('')) {
      expect(text).toContain('C1');
      expect(text).toContain('JT');
      for (const name of PRIVATE) expect(text.toLowerCase()).not.toContain(name.toLowerCase());
    }
  });

  it('are not in a reason, however they are written there; nor birthdays and addresses', async () => {
    const own = await lateUnit();
    const say = async (line: string): Promise<void> => {
      const { code, err } = await own.run(`${line} --yes --today 2026-03-05`);
      if (code !== 0) throw new Error(err);
    };
    await say('child edit C1 --known-as Jem');
    await say(
      'child link C1 "Beth Ames" --role carer --tag carer --address "Rose Cottage, Elm Row, Testshire"',
    );
    await own.run(['record', 'C1', 'placement-started', '--on', '2026-03-04', 'carer=The Beeches']);
    await say(
      'new-review --ref C4 --name "Zoë O’Dowd" --born 2011-12-25 --looked-after 2026-03-02 --sibling C1',
    );
    await say(
      'review plan C1 --meeting "2026-04-09 10:00" --late-because "jem\'s at rose cottage (YO1 6GA) not Beeches, since zoe odowd, b. 25/12/11, and ORLA QUILL fell out on 2 May" --agreed-by "A Khan and Mrs Thorne"',
    );
    const out = unwrapped((await own.run(`report overdue --to "Mo North" ${ON}`)).out);
    expect(out).toContain(
      "Why: (name left out)'s at (address left out) ((address left out)) not (address left out), since (name left out), b. (date left out), and (name left out) fell out on (date left out). Agreed by: A Khan and Mrs (name left out).",
    );
    const named = unwrapped((await own.run(`report overdue --names --to "Mo North" ${ON}`)).out);
    // A name that is kept as a reference is read as it is recorded.
    expect(named).toContain("Jem's at rose cottage (YO1 6GA)");
  });

  it('are there if asked for, on one’s own screen and for an allowed domain', async () => {
    expect(await report('--names')).toContain('C1/1 (Jamie Thorne)');
    const mo = await late.run(`report overdue --names --to mo@council.gov.uk ${ON}`);
    expect(mo.out).toContain('(Jamie Thorne)');
    expect(mo.err).toBe('');
  });

  it('are not there for another domain, which still gets its report and is told of', async () => {
    const dee = await late.run(`report overdue --names --to "Dee Iros" ${ON}`);
    expect(dee.code).toBe(0);
    expect(dee.out).toContain('C2/1 (OQ)');
    expect(dee.out).not.toMatch(/Orla|Quill|Peregrine|Vane/);
    expect(unwrapped(dee.err)).toContain(
      'Dee Iros: references and initials only, because elsewhere.org is not among mail.allow-domains.',
    );
    const [none] = await reports('--names --to "Dee Iros"');
    expect(
      none!.soon
        .concat(
          none!.groups.flatMap(({ iros }) => iros.flatMap(({ ages }) => ages.flatMap(({ rows }) => rows))),
        )
        .every(({ name }) => name === null),
    ).toBe(true);
  });
});

describe('the files of a report', () => {
  it('are a page that keeps the rules of HTML and of reading aids, without script', async () => {
    const file = join(folder(), 'overdue.html');
    const { out, err } = await late.run(['report', 'overdue', '--html', file, '--today', '2026-03-30']);
    expect(out).toBe('');
    expect(unwrapped(err)).toMatch(
      /^overdue\.html is written\. Overdue on Monday 30 March 2026: \d+ steps late of /,
    );
    const page = readFileSync(file, 'utf8');
    const { results } = await pageChecker().validateString(page);
    expect(
      results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    ).toEqual([]);
    expect(page).toContain('Content-Security-Policy');
    expect(page).not.toMatch(/<script|https?:|\sstyle=|\son\w+=/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('take the place of last night’s, whole, and of nothing else', async () => {
    const into = folder();
    const file = join(into, 'overdue.html');
    writeFileSync(file, 'last night’s');
    const { err } = await late.run(['report', 'overdue', '--html', file, '--today', '2026-03-30']);
    expect(err).toMatch(/^overdue\.html is written, over what was there\. /);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!DOCTYPE html>/);
    mkdirSync(join(into, 'folder.html'));
    const refused = await late.run(['report', 'overdue', '--html', join(into, 'folder.html')]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('is not a file')]);
    const long = await late.run(['report', 'overdue', '--html', join(into, `${'a'.repeat(252)}.html`)]);
    expect([long.code, long.err]).toEqual([1, expect.stringContaining('cannot be written (ENAMETOOLONG)')]);
    expect(readdirSync(into).sort()).toEqual(['folder.html', 'overdue.html']);
  });

  it('are a workbook with dates as dates, and totals by team', async () => {
    const file = join(folder(), 'overdue.xlsx');
    expect((await late.run(['report', 'overdue', '--xlsx', file, '--today', '2026-03-30'])).code).toBe(0);
    const book = await JSZip.loadAsync(readFileSync(file));
    const sheet = await book.file('xl/worksheets/sheet1.xml')!.async('string');
    // 23 March 2026, as spreadsheets count days.
    expect(sheet).toContain('<v>46104</v>');
    expect(sheet).not.toContain('<f>');
    expect(await book.file('xl/workbook.xml')!.async('string')).toMatch(/Report[\s\S]*Teams/);
    // On a page as wide as it is, with a filter on the headings, and without the columns in which nothing stands.
    expect(sheet).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(sheet).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0" [^>]*orientation="landscape"/);
    expect(sheet).toMatch(/<\/sheetData><autoFilter ref="A1:W\d+"\/>/);
    expect(sheet).toMatch(/<col hidden="1" min="23" /);
    expect(await book.file('xl/styles.xml')!.async('string')).toMatch(/b10e1e/i);
  });

  it('are rows no spreadsheet takes for formulas', async () => {
    const own = await lateUnit();
    await own.run(PLANNED_LATE.replace('Jamie is in hospital', '=HYPERLINK(1)'));
    const { out } = await own.run(`report overdue --csv ${ON}`);
    expect(out.startsWith('\ufefflist,team,iro,age,child,')).toBe(true);
    expect(out).toContain(`"'=HYPERLINK(1), and`);
  });
});
