/** The language of the interpreter whom someone needs, as it was written among what they need. Pure. */

/** `Interpreter: Tigrinya`, `interpreter needed (Tigrinya)`, `interpreter in Polish`. */
const AFTER =
  /\binterpret(?:er|ing|ation)(?: (?:is )?(?:needed|required|wanted))?\s*(?:[:(–-]\s*(?:in )?|\s+in\s+)(?<language>\p{L}[^;.,]*)/iu;
/** `Polish interpreter`, `a British sign language interpreter`. */
const BEFORE =
  /(?<language>\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*| sign| language| \(\p{L}+\))*)(?:[ -]speaking)?,? interpret(?:er|ing|ation)\b/u;
/** What may begin a need with a capital and is no language. */
const NO_LANGUAGE = /^(?:an?|the|needs?|will|with|has|no|any|some|female|male|good|qualified|another) /i;
/** That there is none, or that one is wanted and nothing of which. */
const SAYS_NONE = /^(?:no|none|not|yes|needed|required|wanted|unknown|to be|language)\b/i;

/** The language of an interpreter of whom a need speaks; null if it speaks of none, or of no language. */
export function interpreterAmong(needs: string | null): string | null {
  if (needs === null) return null;
  const typed =
    AFTER.exec(needs)?.groups?.language ?? withoutFirstWords(BEFORE.exec(needs)?.groups?.language);
  const language = bracketsClosed(typed ?? '')
    .replace(/\s+(?:and|with|or|please)\b(?! \p{Lu}).*$/u, '')
    .replace(/[-\s]+speaking$/i, '')
    .trim();
  return language === '' || SAYS_NONE.test(language) || /^(?:needs?|an?|the)$/i.test(language)
    ? null
    : language;
}

/** `Needs Polish`, of `Needs Polish interpreter`, is Polish. */
function withoutFirstWords(text: string | undefined): string | undefined {
  return text !== undefined && NO_LANGUAGE.test(text)
    ? withoutFirstWords(text.replace(NO_LANGUAGE, ''))
    : text;
}

/** A bracket that was opened before the language ends it. */
const bracketsClosed = (text: string): string =>
  text.includes(')') && !text.includes('(') ? text.slice(0, text.indexOf(')')) : text;
