/** The commands in what irotool prints, and the words in capitals filled in by rule. */

/** The commands in a text, each as it would be typed: none is broken across lines. */
export function commandsIn(text: string): string[] {
  const found: string[] = [];
  for (const { index } of text.matchAll(/\birotool (?=[a-z])/g)) {
    const [rest = ''] = text.slice(index + 'irotool '.length).split('\n', 1);
    const command = endOf(rest);
    if (command.includes(' ') && !NO_COMMANDS.test(command) && !command.includes(' --db'))
      found.push(command.trim());
  }
  return [...new Set(found)];
}

/** Spoken of, not to be typed. */
const NO_COMMANDS = /^(?:is|was|has|learns|knows|works|will|that|and|or|gave|cannot|does|by|already)\b/;

/** A command ends where its sentence does; not within quotation marks. */
function endOf(rest: string): string {
  let isQuoted = false;
  for (let at = 0; at < rest.length; at++) {
    const after = rest.slice(at);
    if (rest[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && /^(?:[.;:,](?:\s|$)|\s\(|\)| {3,}|\sor [a-z]|\sand [a-z])/.test(after)) {
      return rest.slice(0, at);
    }
  }
  return rest;
}

/** What a terminal would have asked for, as flags; null where the answer asks for nothing more. */
export function missingIn(err: string): string | null {
  const said = err.replaceAll(/\s+/g, ' ');
  const named = /Missing: ([^.]*)/.exec(said)?.[1];
  if (named !== undefined) return named.replaceAll(', ', ' ');
  if (said.includes('needs at least one answer: ')) return '--drift';
  if (said.includes('Choose an earlier day, or say why and who agreed')) return '--late-because --agreed-by';
  return null;
}

export interface Filling {
  readonly today: string;
  readonly born: string | null;
}

const FLAGS: Readonly<Record<string, string>> = {
  '--on': 'today',
  '--looked-after': 'today',
  '--late-because': '"As agreed"',
  '--agreed-by': '"A Khan"',
  '--born': '2015-03-03',
  '--meeting': '"2026-05-08 10:00"',
  '--attended': 'child',
  '--reason': 'health',
  '--asked-by': 'child',
  '--concern': '"Threats"',
  '--considered': '"A separate meeting"',
  '--views': '"By letter"',
  '--iro-consulted': 'today',
  '--why': '"As agreed"',
  '--findings': '"On course"',
  '--factors': '"Settled"',
  '--effect': '"None"',
  '--wishes': '"None"',
  '--drift': 'no',
  '--plan-quality': 'good',
  '--name': '"New Person"',
  '--response': 'agreed',
  '--to': 'U6',
  '--decided-by': '"A Khan and S Jones"',
  '--redacted': '"the address"',
  '--record': 'full',
  '--told': 'iro',
  '--because': '"As agreed"',
  '--outcome': '"Upheld"',
  '--kind': 'care-plan',
  '--by': '2026-06-01',
  '--iro': '"A Khan"',
  '--criteria': 'yes',
  '--necessary': 'yes',
  '--other': 'no',
  '--reasons': '"As agreed"',
  '--how': '"As agreed"',
};

/** Neither day is 29 February. */
export const isUnderFour = (born: string, on: string): boolean =>
  on < `${Number(born.slice(0, 4)) + 4}${born.slice(4)}`;

/** A printed command with a sensible word in every place: by rule, never by case. */
export function filled(command: string, { today, born }: Filling, isMissing = false): string {
  const code = born !== null && isUnderFour(born, today) ? 'PN0' : 'PN1';
  let line = command
    .replace(/^irotool /, '')
    .replaceAll('"…"', '"As agreed"')
    .replaceAll(/"[A-Z]{3,}"/g, '"As agreed"')
    // Of several words, the first will do.
    .replaceAll(/(?<= )([a-z-]+)(?:\|[a-z-]+)+/g, '$1')
    .replaceAll(/=…/g, '="As agreed"')
    .replaceAll(/\bDATE\b/g, today)
    .replaceAll('DAY TIME', '2026-05-08 10:00')
    .replaceAll(/\bCODE\b/g, code)
    .replaceAll(/\bANSWER\b/g, 'agreed')
    .replaceAll(/--looked-at OUTCOME\b/g, '--looked-at ended')
    .replaceAll(/=VIEW\b/g, '=keep')
    .replaceAll(
      /--members .* --independent "As agreed"/g,
      '--members "A One,B Two,C Three" --chair "A One" --independent "C Three"',
    )
    .replaceAll(/(?<=^dispute cafcass .*--outcome )\S+/g, 'not-referred')
    .replaceAll(/(?<=^secure review .*--outcome )OUTCOME\b/g, 'stays')
    .replaceAll(/(?<=^settings set \S*email )"As agreed"/g, 'unit@council.gov.uk')
    .replaceAll(/\bDECISION\b/g, 'granted')
    .replaceAll(/\bRECORD\b/g, 'full')
    .replaceAll(/\bWHO\b/g, 'child')
    .replaceAll(/\bNUMBER\b|(?<=--number )N\b/g, '1');
  line = line.replaceAll(/--manages IRO\b/g, '--manages "A Khan"');
  line = line.replaceAll(/\bNAME\b/g, /^iro /.test(line) ? '"A Khan"' : '"B Boss"');
  if (!isMissing) return line;
  return line
    .split(/\s(?=--)/)
    .map((part) => {
      const flag = part.trim();
      if (flag === '--code') return `--code ${code}`;
      if (flag === '--outcome' && line.startsWith('dispute cafcass')) return '--outcome not-referred';
      if (flag === '--outcome' && line.startsWith('conference hold')) return '--outcome continue';
      return /^--[a-z-]+$/.test(flag) && FLAGS[flag] !== undefined ? `${flag} ${FLAGS[flag]}` : part;
    })
    .join(' ');
}
