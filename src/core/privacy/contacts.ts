/** Finding telephone numbers and e-mail addresses that are on record, however they are written. Pure. */
import { folded } from './folded';
import { type Needle, wholeNeedle } from './needles';

/** A number as it is dialled from here, from abroad, and with both beginnings; without its area too. */
export function telephoneNeedles(telephone: string): Needle[] {
  const figures = folded(telephone).letters.replaceAll(/\D/g, '');
  const own = figures.replace(/^(?:00)?44(?=\d{9})/, '').replace(/^0+/, '');
  if (own.length < 5) return [];
  const ways = ['0', '44', '440', '0044', '00440', ''].map((begin) => begin + own);
  // `01757 555123` is rung as 555123 next door.
  const local = own.length >= 9 ? [own.slice(-6)] : [];
  return [...ways, ...local].map((way) => wholeNeedle(way, 'number'));
}

/** `beth@example.org`, `beth at example dot org`, `beth.ames [at] example [dot] org`. */
export function emailNeedles(email: string): Needle[] {
  const { letters } = folded(email);
  if (!letters.includes('@')) return [];
  const [name, domain] = [
    letters.slice(0, letters.lastIndexOf('@')),
    letters.slice(letters.lastIndexOf('@') + 1),
  ];
  const dotted = (part: string): string[] => [...new Set([part, part.replaceAll('.', 'dot')])];
  return dotted(name).flatMap((before) =>
    dotted(domain).flatMap((after) => ['@', 'at'].map((at) => wholeNeedle(before + at + after, 'address'))),
  );
}
