/** What was asked for of someone, shown whole before it is kept. */
import type { Context } from '../../context';
import { sayRows, sayScreen } from '../../screens/show';
import { isToSave } from '../../ui/prompts';
import type { Reach } from './ask-reach';

/** A label and what was answered; what was left is not shown. */
type Kept = readonly [label: string, answer: string | null | undefined];

/** Shows whom it is about and what will be kept of them, and asks whether to save it. False after a no. */
export function isToKeep(context: Context, whom: string, kept: readonly Kept[]): Promise<boolean> {
  sayScreen(context, [whom]);
  sayRows(
    context,
    kept.flatMap(([label, answer]) => (answer ? [[label, answer]] : [])),
  );
  return isToSave(context, 'Save?');
}

/** How they are reached. */
export const reachKept = ({ email, telephone, address }: Reach): Kept[] => [
  ['E-mail', email],
  ['Telephone', telephone],
  ['Address', address],
];
