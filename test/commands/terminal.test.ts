/** The questions, asked by the built program in a real terminal (tmux), answered key by key. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { folder, irotool, unit, words } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

describe.skipIf(why !== '')('in a terminal', () => {
  let db: string;
  let terminal: Terminal;

  beforeEach(async () => {
    const york = await unit('york');
    db = york.db;
    const child = (ref: string, iro: string): string =>
      `new-review --ref ${ref} --name "Child ${ref}" --born 2012-05-02 --looked-after 2026-03-02 --iro "${iro}" --today 2026-03-02 --yes`;
    for (const line of [child('K12', 'A Khan'), child('K13', 'A Khan'), child('K14', 'M Jones')]) {
      expect((await york.run(line)).code).toBe(0);
    }
    terminal = new Terminal(db);
  });

  afterAll(closeTerminals);

  it('a child is taken through new-review by questions, and the day’s list and the reason follow', async () => {
    terminal.run('new-review --today 2026-03-16');
    await terminal.sees('? Reference');
    terminal.type('K12');
    terminal.press('Enter');
    await terminal.sees('K12 is already looked after.');
    await terminal.answer('Reference', 'K77');
    await terminal.answer('Name', "Siân O'Brien-Łukasiewicz");
    await terminal.sees('? Date of birth');
    terminal.type('31/2/2015');
    terminal.press('Enter');
    await terminal.sees('"31/2/2015" is not a date. Dates are typed 2026-03-16');
    await terminal.answer('Date of birth', '2/5/2015');
    await terminal.sees('→ Saturday 2 May 2015, aged 10');
    await terminal.sees('? Looked after from');
    terminal.type('2026-03-17');
    terminal.press('Enter');
    await terminal.sees('That day has not come yet.');
    await terminal.answer('Looked after from', '13/3');
    await terminal.sees('→ Friday 13 March 2026');
    await terminal.sees('? Legal basis');
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}Section 20/);
    await terminal.answer('Legal basis', '');
    await terminal.answer('Time, if known', '');
    await terminal.answer('The unit was told on', '16/3');
    await terminal.sees('→ Monday 16 March 2026');
    await terminal.answer('Placement', '');
    await terminal.answer('Social worker', '');
    await terminal.answer('Team', '');
    await terminal.answer('A brother or sister', 'K12');
    await terminal.sees('? Who has parental responsibility?');
    terminal.type('Jane Roe');
    terminal.press('Enter');
    await terminal.sees('Say what they are to the child, and then the name.');
    await terminal.answer('Who has parental responsibility?', 'mum Jane Roe, father Tom Roe');
    await terminal.sees('? IRO');
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}A Khan \(2 children; suggested, as for K12\)/);
    await terminal.answer('IRO', '');
    await terminal.answer('Meeting', '9/4 4.30pm');
    await terminal.sees('→ Thursday 9 April 2026, 4:30pm');
    await terminal.answer('Where', 'School');
    await terminal.sees('THE REVIEW, 4:30pm, School');
    await terminal.sees(/Jane Roe, mother, will be among the child’s people, with\s+parental/);
    await terminal.answer('Save?', '');
    await terminal.sees('Saved: K77, looked after from Friday 13 March 2026.');
    await terminal.sees('exit 0');

    const due = await terminal.prints('due --week --today 2026-03-16 --child K77');
    expect(due).toContain('TODAY, Monday 16 March');
    expect(due).toMatch(/Talk with the child .*K77\/1 SO/);
    const explained = await terminal.prints('explain K77 review-first --today 2026-03-16');
    expect(explained).toContain('Mon 16 Mar is day 1; Thu 2 Apr day 14');
  });

  it('how decisions were sent is asked after the day, once it is an attribute of a step', async () => {
    const { code } = await irotool(
      words(`record K12 review-held code=PN1 --on 2026-03-27 --today 2026-03-27 --yes --db ${db}`),
    );
    expect(code).toBe(0);
    terminal.run('review after K12 --today 2026-04-14');
    await terminal.answer('Decisions sent on', '2026-04-01');
    await terminal.sees('How were they sent?');
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  it('Control-C in the middle leaves everything as it was, and exits 130', async () => {
    const before = everything(db);
    terminal.run('new-review --today 2026-03-16');
    await terminal.answer('Reference', 'K77');
    await terminal.answer('Name', 'Siân');
    await terminal.sees('? Date of birth');
    terminal.press('C-c');
    await terminal.sees('Nothing was saved.');
    await terminal.sees('exit 130');
    expect(everything(db)).toBe(before);
  });

  it('Control-C at a list of choices does too', async () => {
    const before = everything(db);
    terminal.run('review hold K12 --on 2026-03-13 --today 2026-03-16');
    await terminal.sees('? How did the child take part?');
    terminal.press('C-c');
    await terminal.sees('Nothing was saved.');
    await terminal.sees('exit 130');
    expect(everything(db)).toBe(before);
  });

  it('review hold asks for the day and for the code that fits the age', async () => {
    terminal.run('review hold K12 --today 2026-03-16');
    await terminal.sees('K12/1  Child K12');
    await terminal.sees('Planned  no meeting is planned');
    await terminal.sees('Limit    Monday 30 March 2026: Hold the first review');
    await terminal.sees('? Held on');
    terminal.type('13/3');
    terminal.press('Enter');
    await terminal.sees('? How did the child take part?');
    expect(terminal.screen()).not.toContain('PN0');
    terminal.press('Down');
    await terminal.sees('❯ PN1');
    terminal.press('Down');
    await terminal.sees('❯ PN2');
    terminal.press('Enter');
    await terminal.sees('? Did the IRO speak with K12 in private before it, that day?');
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}yes, face to face/);
    terminal.press('Enter');
    await terminal.answer('Where? (Enter leaves it out)', 'School');
    await terminal.answer('At what time?', '10am');
    await terminal.answer('Where was it (or the link)?', '');
    await terminal.answer('Who chaired, if not the child’s IRO?', '');
    await terminal.sees('? Who came? (space ticks, Enter ends)');
    await terminal.sees('❯◯ 1  The child');
    terminal.press('Space');
    await terminal.sees('❯◉ 1  The child');
    terminal.press('Enter');
    await terminal.sees('What this review had to consider:');
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}all of it/);
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}all but …/);
    terminal.press('Enter');
    await terminal.sees('? All but which, and why?');
    terminal.type('nothing');
    terminal.press('Enter');
    await terminal.sees('Name at least one by its word');
    terminal.type('leisure, staying put');
    terminal.press('Enter');
    await terminal.sees('Say why too, such as leisure: no time.');
    await terminal.answer('All but which, and why?', 'leisure: no time');
    await terminal.answer('What do the parents say?', 'They want more contact');
    await terminal.answer('Differences of opinion', '');
    await terminal.answer('Whose views were not followed, and why?', '');
    await terminal.answer(
      'A decision (what | who | by when; Enter: no more; e: editor)',
      'Find a tutor | social-worker | 17/4',
    );
    await terminal.answer('Another decision', '');
    await terminal.answer('Is the IRO satisfied?', '');
    await terminal.sees('? The next review, by Friday 12 June 2026?');
    await terminal.sees('Fri 12 Jun, 10am: the last safe day');
    terminal.type('Fri 12 Jun');
    await terminal.sees(/❯ +\d+ {2}Fri 12 Jun/);
    terminal.press('Enter');
    await terminal.answer('Where (or the link)', 'Town Hall');
    await terminal.sees('About to be saved of K12/1:');
    await terminal.sees('Not considered  leisure: no time');
    await terminal.sees('Next review     Friday 12 June 2026, 10am, Town Hall');
    await terminal.sees('review held on Friday 13 March 2026 (PN2).');
    await terminal.answer('Save?', 'y');
    await terminal.sees('K12  review held on Friday 13 March 2026: recorded.');
    await terminal.sees('1.1  Find a tutor; the social worker; by Friday 17 April 2026');
    await terminal.sees('K12/2  planned for Friday 12 June 2026, 10am.');
    await terminal.sees('exit 0');
  });

  it('decisions may be written in the person’s own editor, and a wrong line opens it again', async () => {
    const editor = join(folder(), 'editor');
    const lines = (text: string): string => `printf '${text}' > "$1"`;
    writeFileSync(
      editor,
      `#!/bin/sh\nif grep -q 31/2 "$1"; then ${lines('Find a tutor | social-worker | 17/4\\nContact weekly\\n')}; else ${lines('Find a tutor | social-worker | 31/2\\n')}; fi\n`,
    );
    chmodSync(editor, 0o755);
    terminal.type(`export EDITOR=${editor} VISUAL=${editor}`);
    terminal.press('Enter');
    terminal.run(
      'review hold K12 --code PN1 --seen-alone no --time 10am --venue School --chair "A Khan" --attended child --considered all --parents-say No --differences None --not-followed None --satisfied yes --next-on 11/6 --today 2026-03-16',
    );
    await terminal.answer('Held on', '13/3');
    await terminal.sees('? A decision (what | who | by when');
    terminal.type('e');
    terminal.press('Enter');
    await terminal.sees('Line 1: "31/2" is not a date.');
    terminal.press('Enter');
    await terminal.sees('  Contact weekly');
    await terminal.answer('Another decision', '');
    await terminal.answer('Save?', 'y');
    await terminal.sees('1.1  Find a tutor; the social worker; by Friday 17 April 2026');
    await terminal.sees('1.2  Contact weekly');
    await terminal.sees('exit 0');
  });

  it('review prepare asks for each step that is not recorded, and Enter leaves it', async () => {
    terminal.run('review prepare K12 --today 2026-03-16');
    await terminal.answer('Introductory visit of the IRO', '');
    await terminal.sees('? Notice sent to the social worker');
    terminal.type('17/3/2026');
    terminal.press('Enter');
    await terminal.sees('That day has not come yet.');
    await terminal.answer('Notice sent to the social worker', '13/3');
    await terminal.sees('→ Friday 13 March 2026');
    for (const step of ['Social worker talked with the child', 'List returned', 'Social worker and IRO']) {
      await terminal.answer(step, '');
    }
    await terminal.answer('Invitations sent', '');
    await terminal.answer('Records confirmed as up to date', '');
    await terminal.answer('Papers that have come', 'report');
    await terminal.answer('The day they came', '16/3');
    await terminal.answer('IRO spoke with the child in private', '');
    await terminal.answer('Save?', '');
    await terminal.sees('K12/1  notice sent to the social worker on Friday 13 March 2026: recorded.');
    await terminal.sees('the social worker’s report came on Monday 16 March 2026: recorded.');
    await terminal.sees('exit 0');
  });

  it('n at Save saves nothing', async () => {
    const before = everything(db);
    terminal.run('review hold K12 --on 2026-03-13 --code PN1 --today 2026-03-16');
    await terminal.sees('met       Hold the first review (it was due Monday 30 March 2026)');
    await terminal.answer('Save?', 'n');
    await terminal.sees('Nothing was saved.');
    await terminal.sees('exit 0');
    expect(everything(db)).toBe(before);
  });

  it('review plan says by when, and asks again for a day that has passed', async () => {
    terminal.run('review plan K12 --today 2026-03-16');
    await terminal.sees('? Which day, by Monday 30 March 2026?');
    terminal.press('Down');
    await terminal.sees(
      /❯ +\d+ {2}Mon 30 Mar, 10am: the last safe day;\s+invite\s+by\s+Mon\s+16\s+Mar;\s+A\s+Khan\s+free/,
    );
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}Another day/);
    terminal.press('Enter');
    await terminal.sees('Meeting (day and time), by Monday 30 March 2026');
    terminal.type('2026-03-12 10:00');
    terminal.press('Enter');
    await terminal.sees('Thursday 12 March 2026 has passed.');
    await terminal.answer('Meeting', '27/3 10 am');
    await terminal.answer('Where', '');
    await terminal.answer('Save?', '');
    await terminal.sees('K12  review planned for Friday 27 March 2026, 10am.');
  });

  it('review plan takes a proposed day, and asks why it is late and why it is planned again', async () => {
    terminal.run('review plan K13 --today 2026-03-16');
    await terminal.sees('? Which day');
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}Mon 30 Mar, 10am/);
    terminal.press('Enter');
    await terminal.answer('Where', '');
    await terminal.answer('Save?', '');
    await terminal.sees('K13  review planned for Monday 30 March 2026, 10am.');
    terminal.run('review plan K13 --meeting "31/3 10:00" --today 2026-03-16');
    await terminal.sees('K13: Tuesday 31 March 2026 is after Monday 30 March 2026');
    await terminal.answer('Why is it so late?', 'School trip');
    await terminal.answer('Who agreed?', 'B Boss');
    await terminal.answer('Why is it planned again?', '');
    await terminal.sees('Note: No reason was given for planning it again');
    await terminal.answer('Save?', '');
    await terminal.sees('K13  review planned for Tuesday 31 March 2026, 10am.');
    expect(await terminal.prints('review show K13')).toMatch(/School trip.*B Boss/s);
  });

  it('iro complaint asks who, of what, and about which review', async () => {
    for (const line of [
      'review hold K12 --on 2026-03-13 --code PN1 --yes --today 2026-03-13',
      'review plan K12 --meeting "2026-05-12 10:00" --yes --today 2026-03-13',
    ]) {
      expect(await terminal.prints(line)).toContain('exit 0');
    }
    terminal.run('iro complaint K12 --from child --today 2026-03-16');
    await terminal.sees('? Which review is it about?');
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}K12\/2/);
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}K12\/1, held Friday 13 March 2026/);
    expect(terminal.screen()).toContain('K12/2, planned for Tuesday 12 May 2026');
    expect(terminal.screen()).toContain('none: about the IRO');
    terminal.press('Enter');
    await terminal.answer('Of what?', 'Nobody listened');
    await terminal.answer('Save?', '');
    await terminal.sees('It shows on: irotool review show K12 --review 1');
    await terminal.sees('exit 0');
  });

  it('review hold offers the planned day, and asks again at once if an answer is wrong', async () => {
    expect(
      await terminal.prints('review plan K12 --meeting "2026-03-13 10:00" --yes --today 2026-03-06'),
    ).toContain('exit 0');
    terminal.run('review hold K12 --today 2026-03-16');
    await terminal.sees('Planned  Friday 13 March 2026, 10am');
    await terminal.sees('? Held on (Friday 13 March 2026)');
    terminal.type('1/3');
    terminal.press('Enter');
    await terminal.sees('K12 became looked after on 2 March 2026, so no review');
    await terminal.answer('Held on', '');
    await terminal.sees('? How did the child take part?');
    terminal.press('Down');
    await terminal.sees('❯ PN1');
    terminal.press('Enter');
    await terminal.sees('? Did the IRO speak with K12 in private');
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  it.each([
    'new-review',
    'review hold K12',
    'review plan K12',
    'review adjourn K12',
    'review cancel K12',
    'review not-invite K12 mother',
    'review call-early K12',
    'review before-change K12',
    'review monitor K14',
    'review prepare K12',
    'review after K14',
    'review distribute K14 mother',
    'child left K12',
    'child moved K12',
    'child died K12',
    'child status K12',
    'child link K12',
    'iro allocate K15',
    'iro complaint K14 --from child --about x',
    'iro informed K12',
    'iro change K12 "M Jones"',
    'recommendation add K14',
    'recommendation track K12',
    'record K12 review-called',
  ])('ten bare Enters at %s save nothing', async (line) => {
    for (const made of [
      'child link K12 Jane --role parent --relationship mother --today 2026-03-02',
      'child link K14 Jane --role parent --relationship mother --today 2026-03-02',
      'review plan K12 --meeting "2026-03-13 10:00" --yes --today 2026-03-06',
      'review hold K14 --on 2026-03-12 --code PN1 --yes --today 2026-03-13',
      'new-review --ref K15 --name "Child K15" --born 2012-05-02 --looked-after 2026-03-02 --today 2026-03-02 --yes',
    ]) {
      expect(await terminal.prints(made)).toContain('exit 0');
    }
    const before = everything(db);
    terminal.run(`${line} --today 2026-03-16`);
    await terminal.sees('? ');
    for (let times = 0; times < 10; times++) {
      terminal.press('Enter');
      await wait(80);
    }
    terminal.press('C-c');
    await terminal.sees(/exit \d+/);
    expect(everything(db)).toBe(before);
  });

  it('asks nothing with --no-input, or if its input is no terminal', async () => {
    expect(await terminal.prints('new-review --no-input')).toContain('exit 2');
    expect(await terminal.prints('new-review < /dev/null')).toContain('No terminal to ask on.');
    expect(await terminal.prints('review hold K12 2> /dev/null')).toContain('exit 2');
  });

  it('review not-invite asks what is the concern, what was considered, how they are heard, and when', async () => {
    expect(
      await terminal.prints('child link K12 Jane --role parent --relationship mother --today 2026-03-02'),
    ).toContain('exit 0');
    terminal.run('review not-invite K12 mother --today 2026-03-16');
    await terminal.answer('What is the concern?', 'Threats');
    await terminal.answer('What was considered instead', 'Two meetings');
    await terminal.answer('How will the mother be heard', 'A recording');
    await terminal.answer('When was the IRO consulted?', '16/3');
    await terminal.answer('When will it be looked at again?', '');
    await terminal.answer('When were the written reasons sent?', '');
    await terminal.answer('Save?', '');
    await terminal.sees('K12  the mother is not invited, to be looked at again by Monday 8 June 2026:');
    await terminal.sees('exit 0');
    const before = everything(db);
    terminal.run('review not-invite K13 child --today 2026-03-16');
    await terminal.sees('? What is the concern?');
    terminal.press('C-c');
    await terminal.sees('exit 130');
    expect(everything(db)).toBe(before);
  });

  it('review after asks each open step, what a disagreement is about, its day and who answered', async () => {
    expect(
      await terminal.prints('review hold K12 --on 2026-03-13 --code PN1 --yes --today 2026-03-13'),
    ).toContain('exit 0');
    terminal.run('review after K12 --today 2026-03-16');
    await terminal.answer('Decisions sent on (Enter for not yet)', '16/3');
    await terminal.answer('How were they sent?', '');
    await terminal.answer('Received by the manager on (Enter for not yet)', '');
    await terminal.sees('? The manager’s answer');
    terminal.press('Down');
    terminal.press('Down');
    terminal.press('Enter');
    await terminal.answer('What does the manager disagree with?', 'Contact');
    await terminal.sees('? Answered on');
    terminal.type('12/3');
    terminal.press('Enter');
    await terminal.sees('The review was held on 13 March 2026.');
    await terminal.answer('Answered on', '16/3');
    await terminal.answer('Who answered? (Enter leaves it out)', 'B Boss');
    await terminal.answer('Care plan updated on (Enter for not yet)', '16/3');
    await terminal.answer('Other plans updated: placement-plan', 'pep');
    await terminal.answer('Who was given copies of them: child, iro', 'child');
    await terminal.answer('Full record completed on (Enter for not yet)', '');
    await terminal.answer('Save?', '');
    await terminal.sees('exit 0');
    const shown = (await terminal.prints('review after K12 --no-input --today 2026-03-16')).replaceAll(
      /\s+/g,
      ' ',
    );
    expect(shown).toContain('The manager’s answer: disagreed; Contact; B');
    expect(shown).toContain('Care plan updated: personal education plan');
    expect(shown).toContain('Updated plans copied to the family: child');
  });

  it('review monitor asks each answer, and shows what the record has of the papers', async () => {
    expect(
      await terminal.prints('review hold K12 --on 2026-03-13 --code PN1 --yes --today 2026-03-13'),
    ).toContain('exit 0');
    terminal.run('review monitor K12 --today 2026-03-16');
    await terminal.answer('Good practice seen (Enter leaves it out)', 'Life story work');
    await terminal.sees('? Drift or delay?');
    terminal.press('Down');
    terminal.press('Enter');
    await terminal.answer('Drift or delay in what? (Enter leaves it out)', 'Permanence');
    await terminal.sees('? The quality of the plan');
    terminal.press('Enter');
    await terminal.sees('? The papers');
    terminal.press('Enter');
    await terminal.sees('? How the child took part');
    terminal.press('Enter');
    await terminal.answer('Anything else (Enter leaves it out)', '');
    await terminal.answer('Save?', '');
    await terminal.sees('exit 0');
    const shown = await terminal.prints('child show K12 --ids --today 2026-03-16');
    expect(shown.replaceAll(/\s+/g, ' ')).toContain('drift about Permanence');
  });

  it('review distribute asks why, and who decided, if someone is sent part or nothing', async () => {
    expect(
      await terminal.prints('child link K12 Jane --role parent --relationship mother --today 2026-03-02'),
    ).toContain('exit 0');
    expect(
      await terminal.prints('review hold K12 --on 2026-03-13 --code PN1 --yes --today 2026-03-13'),
    ).toContain('exit 0');
    terminal.run('review distribute K12 mother --record none --today 2026-03-16');
    await terminal.answer('Why', 'No contact');
    await terminal.answer('Who decided?', 'J Smith and A Khan');
    await terminal.answer('Save?', '');
    await terminal.sees('exit 0');
    const shown = await terminal.prints('review show K12 --review 1 --today 2026-03-16');
    expect(shown.replaceAll(/\s+/g, ' ')).toContain(
      'nothing Mon 16 Mar; No contact; decided by J Smith and A Khan',
    );
  });

  it('child bar asks which order, since when and until when; and no bare Enter then writes to the father', async () => {
    for (const line of [
      'child link K12 Dan --role father --responsibility yes --today 2026-03-02',
      'review hold K12 --on 2026-03-13 --code PN1 --yes --today 2026-03-13',
    ])
      expect(await terminal.prints(line)).toContain('exit 0');
    terminal.run('child bar K12 father --today 2026-03-16');
    await terminal.sees('? Made on');
    terminal.type('1/12/2027');
    terminal.press('Enter');
    await terminal.sees('That day has not come yet.');
    await terminal.answer('Made on', '2/3/2026');
    await terminal.answer('Which order', 'Non-molestation order');
    await terminal.answer('Until (Enter leaves it out)', '1/3/2027');
    await terminal.answer('Save?', '');
    await terminal.sees('an order keeps the father from the child since Monday 2 March 2026');
    await terminal.sees('exit 0');
    const before = everything(db);
    for (const line of [
      'review distribute K12 father --record full --why Agreed',
      'review after K12 --decisions-sent 16/3/2026 --sent-to child,father',
      'record K12 record-sent ref=father record=full',
    ]) {
      terminal.run(`${line} --today 2026-03-16`);
      await terminal.sees('an order of a court keeps the father from K12');
      await terminal.answer('Write to the father all the same?', '');
      await terminal.sees(/Nothing was saved\.\s/);
      await terminal.sees('exit 0');
      expect([line, everything(db) === before]).toEqual([line, true]);
    }
    terminal.run('review distribute K12 father --record full --why Agreed --today 2026-03-16');
    await terminal.answer('Write to the father all the same?', 'y');
    await terminal.answer('Save?', '');
    await terminal.sees('the full record for father');
    await terminal.sees('exit 0');
    terminal.run('child bar K12 father --ended --why Discharged --today 2026-03-17');
    await terminal.answer('Save?', '');
    await terminal.sees('the order about the father ended on Tuesday 17 March 2026: recorded.');
  });

  it('--yes does not write to someone kept away: the flag does', async () => {
    for (const line of [
      'child link K12 Dan --role father --contact none --today 2026-03-02',
      'review hold K12 --on 2026-03-13 --code PN1 --yes --today 2026-03-13',
    ])
      expect(await terminal.prints(line)).toContain('exit 0');
    const line = 'review distribute K12 father --record full --why Agreed --yes --today 2026-03-16';
    const refused = await terminal.prints(line);
    expect(refused.replaceAll(/\s+/g, ' ')).toContain('no contact is recorded for the father');
    expect(refused).toContain('exit 2');
    expect(await terminal.prints(`${line} --despite-no-contact`)).toContain('exit 0');
  });

  it('two people at two prompts merge two records into each other: one is done, the other is told', async () => {
    const other = new Terminal(db);
    for (const ref of ['K15', 'K16']) {
      expect(await terminal.prints(`child add --ref ${ref} --name "One Child" --new`)).toContain('exit 0');
    }
    terminal.run('child merge K15 K16 --today 2026-03-16');
    other.run('child merge K16 K15 --today 2026-03-16');
    await terminal.sees('? Are these one child?');
    await other.sees('? Are these one child?');
    terminal.press('Enter');
    await terminal.sees('exit 0');
    other.press('Enter');
    await other.sees('exit 1');
    expect(other.screen().replaceAll(/\s+/g, ' ')).toMatch(
      /What is recorded of K1[56] was changed meanwhile, by \S+\. Nothing was saved\. Look at it, then do yours again: irotool child show K1[56]/,
    );
    const list = await other.prints('child list --all --today 2026-03-16');
    expect(list).toContain('K16');
    expect(list).not.toContain('K15');
  });

  it('asks about a child and an IRO who are like those recorded, and no bare Enter says who is meant', async () => {
    const K20 =
      'new-review --ref K20 --name "Child  k-12" --born 2012-05-02 --looked-after 2026-03-12 --iro "Ali Khan" --yes --today 2026-03-16';
    const before = everything(db);
    terminal.run(K20);
    await terminal.sees('? K12 has the same date of birth and almost the same name. Is it the same child?');
    terminal.press('Enter', 'Enter', 'Enter');
    await terminal.sees('❯ (none chosen yet');
    await terminal.sees('Nothing is chosen yet');
    await wait(200);
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}the same child/);
    terminal.press('Enter');
    await terminal.sees('exit 1');
    expect(terminal.screen()).toContain('If it is the same child: irotool child show K12');
    expect(everything(db)).toBe(before);
    terminal.run(K20);
    await terminal.sees('? K12 has the same date of birth');
    terminal.press('Down', 'Down');
    await terminal.sees(/❯ +\d+ {2}another child/);
    terminal.press('Enter');
    await terminal.sees('? “Ali Khan” is not recorded. Which IRO is meant?');
    terminal.press('Enter', 'Enter');
    await terminal.sees('❯ (none chosen yet');
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}A Khan, who is recorded/);
    terminal.press('Enter');
    await terminal.sees('Saved: K20, looked after from Thursday 12 March 2026.');
    expect((await terminal.prints('person list --role iro --today 2026-03-16')).match(/Khan/g)).toHaveLength(
      1,
    );
  });

  it('asks of a child under four whether the IRO saw them before the review', async () => {
    for (const line of [
      'new-review --ref K21 --name Bo --born 2023-05-02 --looked-after 2026-03-02 --today 2026-03-02 --yes',
      'review plan K21 --meeting "2026-03-12 10:00" --today 2026-03-06 --yes',
    ]) {
      expect(await terminal.prints(line)).toContain('exit 0');
    }
    terminal.run('review hold K21 --on 2026-03-12 --code PN0 --today 2026-03-13');
    await terminal.sees('? K21: under 4. Did the IRO see the child before the review?');
    terminal.press('Enter', 'Enter');
    await terminal.sees('❯ (none chosen yet');
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}observed the child/);
    terminal.press('Enter');
    await terminal.sees('? Save');
    terminal.press('Enter');
    await terminal.sees('exit 0');
    expect(await terminal.prints('explain K21 see-child --today 2026-03-13')).toMatch(/met/);
  });

  it('that tells of no columns is taken for one of eighty', async () => {
    terminal.type('stty cols 0');
    terminal.press('Enter');
    expect(await terminal.prints('due --month --today 2026-03-16')).toContain('Hold the first review');
    terminal.run('new-review --today 2026-03-16');
    await terminal.sees('? Reference');
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  it('keeps the caseloads within a narrow terminal, and breaks no word', async () => {
    const narrow = new Terminal(db, 40);
    const shown = await narrow.prints('iro caseload --today 2026-03-16');
    expect(shown).toMatch(/^ A Khan +2 +2\.0 +below 50$/m);
  });

  it('keeps the list within a narrow terminal', async () => {
    const narrow = new Terminal(db, 60);
    const due = await narrow.prints('due --month --today 2026-03-31');
    expect(due).toContain('Hold the first');
    // A line that were too long would have been carried over to the beginning of the next.
    for (const line of due.split('\n')) expect(line).not.toMatch(/^[a-z]{2,} ?$/);
  });
});
