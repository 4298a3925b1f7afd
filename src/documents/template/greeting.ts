/** How British post writes a name on an envelope and greets whoever it belongs to. Names stay as they were recorded. Pure. */

/** Before a family name. */
const TITLES = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Revd|Reverend|Cllr|Councillor|Judge|Lord|Lady)$/i;
/** Before a given name. */
const KNIGHTLY = /^(?:Sir|Dame)$/i;
/** What belongs to the family name after it. */
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|ap|ab|ferch|bin|bint|ibn|ter|ten|zu|st)$/i;
const INITIAL = /^\p{Lu}$/u;
/** After a name, and not of it. */
const HONOUR = /^(?:OBE|MBE|CBE|KC|QC|JP|PhD|MP|BEM)$/;

/** As on an envelope: `Mrs P Adeyemi` of `Mrs. P. Adeyemi`. */
export function onEnvelope(name: string): string {
  return wordsOf(name).join(' ');
}

/** As after `Dear`: `Mrs Adeyemi` of `Mrs P Adeyemi`; the whole name if it has no title, or more parts than can be told apart. */
export function greeted(name: string): string {
  const words = wordsOf(name).filter((word) => !HONOUR.test(word));
  const [first = '', second = ''] = words;
  if (KNIGHTLY.test(first) && second !== '') return `${first} ${second}`;
  const couple = words.length > 3 && /^(?:and|&)$/.test(second) && TITLES.test(words[2]!);
  const titles = couple ? [first, 'and', words[2]!] : [first];
  const family = TITLES.test(first) ? familyName(words.slice(titles.length)) : null;
  return family === null ? words.join(' ') : `${titles.join(' ')} ${family}`;
}

/** The words of a name, without the full stops after a title or an initial. */
function wordsOf(name: string): string[] {
  const words = name.split(' ').flatMap((word) => {
    const letters = word.match(/^(?:\p{Lu}\.)+$/u) ? word.split('.').filter(Boolean) : null;
    return letters ?? [word];
  });
  return words.map((word) => {
    const bare = word.replace(/\.$/, '');
    return TITLES.test(bare) ? bare : word;
  });
}

/** The family name of what follows a title: after initials, or after one given name; null if it cannot be told. */
function familyName(words: readonly string[]): string | null {
  const begins = words.findIndex((word, at) => at > 0 && PARTICLE.test(word) && at < words.length - 1);
  const from = begins > 0 ? begins : words.length - 1;
  const before = words.slice(0, Math.max(0, from));
  const isClear = words.length > 0 && (before.length <= 1 || before.every((word) => INITIAL.test(word)));
  return isClear ? words.slice(from).join(' ') : null;
}
