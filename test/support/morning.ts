/** A morning at the tray in a real terminal: rows and offers are chosen by what they say, and what is asked is answered. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Unit } from './harness';
import { Terminal } from './terminal';

const AT_LIST = 'Number, or Enter for the list';
const AT_OFFERS = 'Which, or Enter to go back';

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

/** Days at the tray; counts what is chosen: rows of the list, what is typed at it, and what is done with them. */
export class Morning {
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
    const at = offers.findLast((each) => /^ {2} *\d+ {2}/.test(each) && each.includes(offer));
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
