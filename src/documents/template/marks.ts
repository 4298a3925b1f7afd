/** What is wrong with a mark that a template puts between its words: lines to fill in, a box to draw in, a picture. Pure. */
import { didYouMean } from '../../errors';
import { isPicture, PICTURES } from '../pictures/drawings';
import type { Expression } from './handlebars';

/** More lines than this is no blank but a page. */
const MOST_LINES = 40;

/** Of `{{blank 3}}` and `{{box 6}}`; null if nothing is. */
export function faultOfFill(word: string, params: readonly Expression[], mayBlank: boolean): string | null {
  if (!mayBlank) {
    return `{{${word}}} is only for forms and records: nothing in a letter is left to fill in`;
  }
  const [first] = params;
  const lines = first?.type === 'NumberLiteral' ? (first as hbs.AST.NumberLiteral).value : null;
  if (params.length === 0 || (params.length === 1 && isLines(lines))) return null;
  return `{{${word}}} is given a number of lines from 1 to ${MOST_LINES}, or nothing`;
}

const isLines = (lines: number | null): boolean =>
  lines !== null && Number.isInteger(lines) && lines >= 1 && lines <= MOST_LINES;

/** Of `{{picture "calendar"}}`; null if nothing is. */
export function faultOfPicture(params: readonly Expression[]): string | null {
  const [first] = params;
  const name = first?.type === 'StringLiteral' ? (first as hbs.AST.StringLiteral).value : '';
  if (params.length === 1 && isPicture(name)) return null;
  return `there is no picture "${name}".${didYouMean(name, PICTURES)} They are: ${PICTURES.join(', ')}`;
}
