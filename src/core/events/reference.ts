/** References of children: what may be one, and what a spreadsheet would make of it. Pure. */

/** What is wrong with a new reference, or true: file names, cells and command lines must hold it. */
export function checkRef(text: string): string | true {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u.test(text)) {
    return 'A reference is letters, figures and . _ / - only, without spaces, and 40 of them at most.';
  }
  const [, child, review] = /^(.+)\/([1-9]\d{0,2})$/.exec(text) ?? [];
  return child === undefined ? true : `${text} is how review ${review} of ${child} is called.`;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATES = [
  /^\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?$/,
  new RegExp(`^\\d{1,2}[-/]?${MONTH}(?:[-/]?\\d{2,4})?$`, 'i'),
  new RegExp(`^${MONTH}[-/]?\\d{1,4}$`, 'i'),
];

/** What a spreadsheet that opens a list would show for a reference, in words; null if it leaves it alone. */
export function inSpreadsheet(ref: string): string | null {
  if (DATES.some((date) => date.test(ref))) return 'a date';
  if (/^(?:true|false)$/i.test(ref)) return 'true or false';
  if (/^\d+(?:\.\d*)?e-?\d+$/i.test(ref)) return 'a very large or small number';
  if (!/^\d+(?:\.\d+)?$/.test(ref)) return null;
  if (/^0\d/.test(ref)) return `${ref.replace(/^0+(?=\d)/, '')}, without its noughts`;
  if (/\.\d*0$/.test(ref)) return `${Number(ref)}, without its last nought`;
  return ref.replace('.', '').length > 15 ? 'another number: only the first 15 figures are kept' : null;
}

/** What to say of a new reference that a spreadsheet would change; nothing of others. */
export function spreadsheetNotes(ref: string): string[] {
  const shown = inSpreadsheet(ref);
  if (shown === null) return [];
  return [
    `a spreadsheet that opens a list with the reference ${ref} shows ${shown}. A letter before it prevents that.`,
  ];
}
