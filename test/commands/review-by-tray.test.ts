/**
 * One review through the tray alone, in a real terminal: from coming into care to the record sent out. What is counted is
 * what is chosen: rows of the list, and what is done with them; answers to questions are what the record needs anyway.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { type Unit, unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const AT_LIST = 'Number, or Enter for the list';
const AT_OFFERS = 'Which, or Enter to go back';
/** At most so many choices for one review. */
const MOST = 12;

/** What is answered: the first whose words the question begins with; Enter if none does. `▸` chooses of a list by its first letters. */
type Answers = Readonly<Record<string, string>>;

/** The question that is open: the last line that asks, with what is broken over lines after it. */
function openQuestion(screen: string): string {
  const lines = screen.trimEnd().split('\n');
  const at = lines.findLastIndex((line) => /^(?:\d+ of \d+ )?\? /.test(line));
  return at < 0 || lines.slice(at + 1).some((line) => /^(?:\d+ )?✔|^run /.test(line))
    ? ''
    : lines[at]!.replace(/^(?:\d+ of \d+ )?\? /, '');
}

class Morning {
  choices = 0;
  private readonly terminal: Terminal;

  constructor(made: Unit) {
    this.terminal = new Terminal(made.db, 120);
  }

  async begins(day: string): Promise<void> {
    this.terminal.run(`--today=${day}`);
    await this.terminal.sees(new RegExp(`\\? ${AT_LIST} *$`, 'm'));
  }

  async ends(): Promise<void> {
    this.type('q');
    await this.terminal.sees(/exit 0/);
  }

  /** Takes up a row by what stands in it, and of its offers the one that says so. */
  async takes(row: RegExp, offer: string, answers: Answers): Promise<void> {
    this.type('');
    await wait(900);
    const line = this.terminal
      .screen()
      .split('\n')
      .findLast((each) => /^ *\d+ {2}/.test(each) && row.test(each));
    if (line === undefined) throw new Error(`No row ${row}:\n${this.terminal.screen()}`);
    await this.takesOf(line.trim().split(' ')[0]!, offer, answers);
  }

  /** What is typed to open something, and of its offers the one that says so. */
  async takesOf(word: string, offer: string, answers: Answers): Promise<void> {
    this.chooses(word);
    await this.terminal.sees(new RegExp(`\\? ${AT_OFFERS} *$`, 'm'));
    const offers = this.terminal.screen().split('\n');
    const at = offers.findLast((each) => /^ {2}\d {2}/.test(each) && each.includes(offer));
    if (at === undefined) throw new Error(`No offer ${offer}:\n${this.terminal.screen()}`);
    this.chooses(at.trim().split(' ')[0]!);
    await this.answers(answers);
  }

  /** What is typed at the list itself. */
  async types(word: string, answers: Answers): Promise<void> {
    this.chooses(word);
    await this.answers(answers);
  }

  private chooses(word: string): void {
    this.choices++;
    this.type(word);
  }

  private type(text: string): void {
    if (text !== '') this.terminal.type(text);
    this.terminal.press('Enter');
  }

  /** Answers whatever is asked until the list is back. */
  private async answers(answers: Answers): Promise<void> {
    const isUsed = new Map<string, number>();
    let before = '';
    for (let tries = 0; tries < 300; tries++) {
      await wait(120);
      const screen = this.terminal.screen();
      const question = openQuestion(screen);
      if (question === '' || screen === before) continue;
      if (question.startsWith(AT_LIST) && tries > 2) return;
      if (question.startsWith(AT_OFFERS)) continue;
      before = screen;
      const key = Object.keys(answers).find((begins) => question.startsWith(begins));
      const all = key === undefined ? [''] : answers[key]!.split('\n');
      const times = isUsed.get(key ?? '') ?? 0;
      isUsed.set(key ?? '', times + 1);
      const answer = all[times] ?? '';
      if (answer.startsWith('▸')) {
        this.terminal.type(answer.slice(1));
        await wait(200);
        this.terminal.press('Enter');
      } else if (answer.startsWith('☑')) {
        for (let down = 0; down < answer.length; down++) {
          this.terminal.press('Space');
          this.terminal.press('Down');
        }
        this.terminal.press('Enter');
      } else this.type(answer);
    }
    throw new Error(`The list never came back:\n${this.terminal.screen()}`);
  }
}

describe.skipIf(why !== '')('a review through the tray alone', { timeout: 300_000 }, () => {
  afterAll(closeTerminals);

  it(`takes at most ${MOST} choices, from coming into care to the record sent out`, async () => {
    const made = await unit('york', ['person add --role iro --name "A Khan"']);
    const morning = new Morning(made);

    // Monday 2 March: the child comes into care.
    await morning.begins('2026-03-02');
    await morning.types('n', {
      Reference: 'K77',
      Name: 'Siân Ames',
      'Date of birth': '2/5/2015',
      'Looked after from': 'today',
      'Legal basis': '▸Section 20',
      'The unit was told on': 'today',
      'Social worker': 'Jo Smith',
      IRO: '▸A Khan',
      Meeting: '27/3 10am',
      Where: 'Town Hall',
      'Save?': 'y',
    });
    await morning.ends();

    // Monday 23 March: what was done before the review.
    await morning.begins('2026-03-23');
    await morning.takes(/K77\/1/, 'All that is next', {
      'Notice sent': '2/3',
      'Social worker talked': '3/3',
      'List returned': '4/3',
      'Social worker and IRO': '6/3',
      'Invitations sent': '12/3',
      'Papers that have come': 'all',
      'The day they came': '20/3',
      'Save?': 'y',
    });
    await morning.ends();

    // Friday 27 March: the review.
    await morning.begins('2026-03-27');
    await morning.takes(/10am/, 'It was held', {
      'Held on': '',
      'How did the child take part?': '▸PN1',
      'Did the IRO speak with K77': '▸yes, face',
      'Who came?': '☑☑☑',
      'What did it consider?': '▸all of it',
      'A decision': 'Find a tutor | social-worker | 17/4',
      'Is the IRO satisfied?': '▸Yes',
      'The next review': '▸Fri 26 Jun',
      'Where (or the link': 'Town Hall',
      'Save?': 'y',
    });
    await morning.ends();

    // The decisions went the same day; were they received? The next morning asks.
    await morning.begins('2026-03-27');
    await morning.takesOf('/K77', 'Next: Send the decisions', { 'Decisions sent on': 'today', 'Save?': 'y' });
    await morning.ends();
    await morning.begins('2026-03-30');
    await morning.takes(/Were the decisions received/, 'They were received', { 'Received on': 'today' });
    await morning.ends();

    // Friday 24 April: what came after it.
    await morning.begins('2026-04-24');
    await morning.takes(/K77\/1/, 'All that is next', {
      'The manager’s answer': '▸Agreed',
      'Answered on': '1/4',
      'Care plan updated': '10/4',
      'Full record': '20/4',
      'Anything else': 'Nothing',
      'Save?': 'y',
    });
    await morning.ends();

    const left = JSON.parse((await made.run('due --month --json --child K77 --today 2026-04-24')).out) as {
      deadlines: { review: number | null; rule: string }[];
      actions: { review: number | null; what: string }[];
    };
    expect([...left.deadlines, ...left.actions].filter(({ review }) => review === 1)).toEqual([]);
    expect(morning.choices).toBeLessThanOrEqual(MOST);
    console.info(`One review through the tray: ${morning.choices} choices, of at most ${MOST}.`);
  });
});
