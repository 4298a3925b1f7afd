/** What is filled in on a screen, as Word's content controls: on paper it is ruled lines and empty boxes all the same. */
import type { FixedWords } from '../fixed-words';
import { escaped } from './parts';

const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
/** Word shows at most so much of what a control is called. */
const LONGEST = 64;

function called(words: string, id: number): string {
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
  return `<w:alias w:val="${escaped(short)}"/><w:tag w:val="answer-${id}"/><w:id w:val="${id}"/>`;
}

/** Lines to write on, called by their question: what is typed takes their place. */
export const answerControl = (lines: string, question: string, id: number): string =>
  `<w:sdt><w:sdtPr>${called(question, id)}<w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>${lines}</w:sdtContent></w:sdt>`;

/** A stretch of a line to write on: what is typed takes its place. */
export const lineControl = (run: string, { toFill }: FixedWords, id: number): string =>
  `<w:sdt><w:sdtPr>${called(toFill, id)}<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>`;

/** A box to tick, called by the words after it; `run` is the box as it is printed. */
export const tickControl = (run: string, isTicked: boolean, label: string, id: number): string =>
  `<w:sdt><w:sdtPr>${called(label, id)}<w14:checkbox ${W14}><w14:checked w14:val="${Number(isTicked)}"/><w14:checkedState w14:val="2611" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>`;
