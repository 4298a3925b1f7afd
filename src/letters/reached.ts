/** How someone is reached whom letters name: by telephone, e-mail or post, each a part of one setting. */

/** The parts of `advocacy`, `complaints` and of the unit itself. */
export const WAYS = ['telephone', 'email', 'address'] as const;

type Settings = ReadonlyMap<string, string>;

/** True if there is a way to reach them. */
export const hasWay = (settings: Settings, key: string): boolean =>
  WAYS.some((way) => settings.has(`${key}.${way}`));

const BEFORE: Readonly<Record<(typeof WAYS)[number], string>> = {
  telephone: 'telephone',
  email: 'e-mail',
  address: 'by post to',
};

/** Someone to turn to, by the parts of the setting; as it was typed whole if it has none. */
export function reached(settings: Settings, key: string): string | undefined {
  const ways = WAYS.flatMap((way) => {
    const part = settings.get(`${key}.${way}`);
    return part === undefined ? [] : [`${BEFORE[way]} ${part}`];
  });
  const who = settings.get(`${key}.who`);
  if (who === undefined) return ways.length === 0 ? settings.get(key) : ways.join('; ');
  return ways.length === 0 ? who : `${who} (${ways.join('; ')})`;
}
