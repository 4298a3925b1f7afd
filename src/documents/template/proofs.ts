/** What a machine can tell of a text's English: signs, spaces, words twice, singular and plural. Pure; each rule is data. */
import { isLetter, type Template } from './template';

/** One thing that nobody should find in a letter. */
interface Proof {
  readonly wrong: RegExp;
  readonly message: string;
}

/** Rules for a line of text, whether it is a template's or a letter's. */
const PROOFS: readonly Proof[] = [
  // Not those of a table, or after the mark of a list, which set them out.
  { wrong: /(?<!^\s*(?:\|.*|\d+)?)\S {2,}(?=[^\s☐])/u, message: 'two spaces one after the other' },
  { wrong: /[\p{L}\d] [.,;:?)](?=\s|$)/u, message: 'a space before a sign' },
  { wrong: /\( |\(\)/u, message: 'a space after a bracket, or nothing in it' },
  { wrong: /(?<!\.)\.\.(?!\.)|[,;:]\s*[.,;:]|[?!]\s*[.,;:]/u, message: 'two signs one after the other' },
  { wrong: /(?<!\p{L})(\p{L}{3,}) \1(?!\p{L})/iu, message: 'a word twice' },
  { wrong: /, and,|\band\./iu, message: '"and" without what it joins' },
  { wrong: /\b[Aa] (?!one\b|once\b)[aeio]\p{L}/u, message: '"a" before a vowel: it is "an"' },
  {
    wrong:
      /\b(?<!list of )(?:carers|parents|they|these|those|people|children|papers|decisions) (?:is|was|has)\b/iu,
    message: 'several that "is", "was" or "has"',
  },
  {
    wrong:
      /\b(?:one|1) (?:[a-z]+ )?(?:days|weeks|months)\b|\b(?:two|three|four|five|ten|twenty|[2-9]|\d\d) (?:working )?(?:day|week|month)\b/iu,
    message: 'a number and its noun do not agree',
  },
];

/** What is wrong with a text as it is read, and where in it each thing begins. */
export const proofsOf = (text: string): { readonly at: number; readonly message: string }[] =>
  PROOFS.flatMap(({ wrong, message }) => {
    const found = wrong.exec(text);
    return found === null ? [] : [{ at: found.index, message }];
  });

/** What stands for a tag and for a field, in a template's line: neither a letter nor a sign, so that nothing goes across it. */
const [TAG, FIELD] = ['\uE000', '\uE001'];
const readable = (line: string): string =>
  line.replaceAll(/\{\{[^}]*\}\}/g, (mustache) =>
    (/^\{\{(?:[#/!>]|else)/.test(mustache) ? TAG : FIELD).repeat(mustache.length),
  );

/** A line of a paragraph: no heading, entry, row, question to tick, picture or tag alone. */
const isOfParagraph = (line: string): boolean => /^[^\s\-#|☐>{\d]/u.test(line);
const ENDS_OPEN = /[\p{Ll}\d]$/u;

/** What is wrong with the English of a template, line by line; of one in another language nothing is known. */
export function proofFaults({
  body,
  bodyLine,
  kind,
  language,
}: Pick<Template, 'body' | 'bodyLine' | 'kind' | 'language'>): {
  line: number;
  column: number;
  message: string;
}[] {
  if (language !== null) return [];
  const lines = body.split('\n');
  return lines.flatMap((line, at) => {
    const text = readable(line);
    const here = (column: number, message: string) => ({ line: bodyLine + at, column: column + 1, message });
    const article = /\b(?:to|of|at|from|with|by|for) (?=\{\{unit\.name\}\})/.exec(line);
    const isLast = (lines[at + 1] ?? '').trim() === '';
    // What somebody typed may end without a full stop, or begin small.
    const bare = isLetter(kind) ? /^\{\{([a-z]\w*(?:\.\w+)+)\}\}$/.exec(line)?.[1] : undefined;
    const isOpen = isLetter(kind) && isOfParagraph(line) && isLast && ENDS_OPEN.test(text.trimEnd());
    return [
      ...proofsOf(text).map(({ at: column, message }) => here(column, message)),
      ...(article === null ? [] : [here(article.index, 'within a sentence the unit is {{unit.the}}')]),
      ...(bare === undefined ? [] : [here(0, `it stands alone as a sentence: {{sentence ${bare}}}`)]),
      ...(isOpen ? [here(line.trimEnd().length, 'a paragraph ends without a full stop')] : []),
    ];
  });
}
