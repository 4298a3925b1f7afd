/**
 * Lists on a terminal: one row is chosen, or some are ticked. The library's own let a number pick another row than
 * it stands at, tick the row that goes back, and take a row that is no answer. The only file that imports its core.
 */
import { type ListRow, noSuchRow, rowTyped, typedAtList } from './list-keys';

type Core = typeof import('@inquirer/core');

/** A row as it is shown. */
export interface ShownRow extends ListRow {
  /** It and its number, over as many lines as it needs. */
  readonly text: string;
  /** How it stands behind the question once it was taken. */
  readonly short: string;
  /** Said at Enter if it is no answer. */
  readonly isNone?: string;
}

interface List {
  /** The first goes back. */
  readonly rows: readonly ShownRow[];
  /** The row at which one begins. */
  readonly start: number;
  readonly message: string;
  readonly prefix: { readonly idle: string; readonly done: string } | undefined;
  /** What is said below it of the keys. */
  readonly tip: string;
  /** What is said, as lines of the screen. */
  readonly said: (text: string) => string;
}

export interface TickedList extends List {
  /** Those that are ticked to begin with. */
  readonly ticked: readonly number[];
  /** What is wrong with those that are ticked, or true. */
  readonly validate: (rows: readonly number[]) => string | true;
  /** What stands behind the question if none is ticked, or of those that are. */
  readonly answer: (rows: readonly number[]) => string;
}

interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** The row that goes back stands first. */
export const BACK_ROW = 0;
const PAGE = { pageSize: 12, loop: false };
/** True if a list does not fit at once. */
export const isLong = (rows: readonly ShownRow[]): boolean =>
  rows.flatMap(({ text }) => text.split('\n')).length > PAGE.pageSize;

const HIDES_CURSOR = '\u001B[?25l';

/** Gives the row that was chosen. */
export async function oneOfList(list: List, streams: Streams): Promise<number> {
  const core = await import('@inquirer/core');
  const prompt = core.createPrompt<number, List>((config, done) => {
    const { rows, start, message, said } = config;
    const face = useFace(core, config);
    const [active, setActive] = core.useState(start);
    const [typed, setTyped] = core.useState('');
    const goTo = (row: number, text = '', error = ''): void => {
      setActive(row);
      setTyped(text);
      face.setError(error);
    };
    core.useKeypress((key, line) => {
      const letters = lettersOf(line);
      const row = rows[active]!;
      if (core.isEnterKey(key)) {
        if (typed !== '' && rowTyped(rows, typed) === null) {
          goTo(start, '', `${noSuchRow(typed)} Nothing is chosen.`);
        } else if (row.isNone !== undefined) goTo(active, '', row.isNone);
        else {
          face.end();
          done(active);
        }
      } else if (core.isUpKey(key)) goTo(Math.max(active - 1, 0));
      else if (core.isDownKey(key)) goTo(Math.min(active + 1, rows.length - 1));
      else if (core.isBackspaceKey(key)) {
        const text = typed.slice(0, -1);
        const found = rowTyped(rows, text);
        goTo(found ?? start, text, text === '' || found !== null ? '' : noSuchRow(text));
      } else if (letters.trim() !== '' || (letters !== '' && typed !== '')) {
        const { text, row: found } = typedAtList(rows, typed, letters);
        goTo(found ?? start, text, found === null ? noSuchRow(text) : '');
      }
    });
    const page = face.page(active, ({ text }) => ` ${text}`);
    return face.isDone ? face.answered(rows[active]!.short) : face.open(message, page, said);
  });
  return prompt(list, streams);
}

/** Gives the rows that were ticked; null if the person goes back. */
export async function someOfList(list: TickedList, streams: Streams): Promise<readonly number[] | null> {
  const core = await import('@inquirer/core');
  const prompt = core.createPrompt<readonly number[] | null, TickedList>((config, done) => {
    const { rows, start, message, said, validate, answer } = config;
    const face = useFace(core, config);
    const [active, setActive] = core.useState(start);
    const [ticked, setTicked] = core.useState<readonly number[]>(config.ticked);
    /** The number that is being typed. */
    const [typed, setTyped] = core.useState('');
    const all = rows.map((_, at) => at).filter((at) => at !== BACK_ROW);
    const turned = (ticks: readonly number[], turn: readonly number[]): readonly number[] =>
      all.filter((at) => ticks.includes(at) !== turn.includes(at));
    core.useKeypress((key, line) => {
      const letters = lettersOf(line).toLowerCase();
      face.setError('');
      setTyped('');
      const ends = (rows: readonly number[] | null): void => {
        face.end();
        done(rows);
      };
      if (core.isEnterKey(key)) {
        const verdict = active === BACK_ROW || validate(ticked);
        if (verdict !== true) face.setError(verdict);
        else ends(active === BACK_ROW ? null : ticked);
      } else if (core.isUpKey(key)) setActive(Math.max(active - 1, 0));
      else if (core.isDownKey(key)) setActive(Math.min(active + 1, rows.length - 1));
      else if (letters === ' ') {
        // After a number it ends the number, whose row is ticked already.
        if (active === BACK_ROW) face.setError('This row goes back, at Enter. It is no box to tick.');
        else if (typed === '') setTicked(turned(ticked, [active]));
      } else if (letters === '<') setActive(BACK_ROW);
      else if (letters === 'a') setTicked(ticked.length === all.length ? [] : all);
      else if (letters === 'i') setTicked(turned(ticked, all));
      else if (/^\d$/.test(letters)) {
        const { text, row } = typedAtList(rows, typed, letters);
        // The first digit of a longer number ticked a row that was not meant.
        const wrong = text.length > 1 ? rowTyped(rows, text.slice(0, -1)) : null;
        if (row === null) face.setError(noSuchRow(text));
        else {
          setActive(row);
          setTyped(text);
          setTicked(turned(ticked, wrong === null ? [row] : [wrong, row]));
        }
      } else if (letters.trim() !== '')
        face.setError('Nothing is ticked by that key. A number ticks its row, and so does Space.');
    });
    const page = face.page(active, ({ text }, at) =>
      at === BACK_ROW ? ` ${text}` : `${ticked.includes(at) ? '◉' : '◯'} ${text}`,
    );
    if (!face.isDone) return face.open(message, page, said);
    return face.answered(active === BACK_ROW ? rows[BACK_ROW]!.short : answer(ticked));
  });
  return prompt(list, streams);
}

/** What a key put into the line, which is emptied: each list keeps for itself what was typed. */
function lettersOf(line: { readonly line: string; clearLine(direction: 0): void }): string {
  const letters = line.line.replaceAll(/\p{Cc}/gu, '');
  if (line.line !== '') line.clearLine(0);
  return letters;
}

interface Face {
  readonly isDone: boolean;
  end(): void;
  setError(error: string): void;
  page(active: number, text: (row: ShownRow, at: number) => string): string;
  open(message: string, page: string, said: (text: string) => string): string;
  answered(answer: string): string;
}

/** How a list looks while it is open, and once it was answered. */
function useFace(core: Core, { rows, message, prefix: marks, tip }: List): Face {
  const theme = core.makeTheme(marks === undefined ? {} : { prefix: marks });
  const [status, setStatus] = core.useState<'idle' | 'done'>('idle');
  const [error, setError] = core.useState('');
  const prefix = core.usePrefix({ status, theme });
  return {
    isDone: status === 'done',
    end: () => setStatus('done'),
    setError,
    page: (active, text) =>
      core.usePagination({
        ...{ items: rows, active, ...PAGE },
        renderItem: ({ item, index, isActive }) =>
          isActive ? theme.style.highlight(`❯${text(item, index)}`) : ` ${text(item, index)}`,
      }),
    open: (message, page, said) =>
      [
        `${prefix} ${theme.style.message(message, status)}`,
        page,
        ' ',
        ...(error === '' ? [] : [theme.style.error(said(error))]),
        `${theme.style.help(tip)}${HIDES_CURSOR}`,
      ].join('\n'),
    answered: (answer) => `${prefix} ${theme.style.message(message, status)} ${theme.style.answer(answer)}`,
  };
}
