/** How someone is reached, asked once their name had to be asked: what letters need of them. Each may be left. */
import type { Context } from '../../context';
import { askText } from '../../ui/prompts';
import { wrongWith } from '../wrong-with';

export interface Reach {
  readonly email?: string | null | undefined;
  readonly telephone?: string | null | undefined;
  readonly address?: string | null | undefined;
}

/** How each is read, as its flag is. */
export type ReadReach = (text: string, flag: string) => string;

const QUESTIONS: Readonly<Record<keyof Reach, string>> = {
  email: 'E-mail address',
  telephone: 'Telephone',
  address: 'Address for letters, on one line',
};

/** What was typed, with an answer for each of these that was neither typed nor is known already. */
export async function askReach<T extends Reach>(
  context: Context,
  typed: T,
  known: Reach,
  reads: Partial<Readonly<Record<keyof Reach, ReadReach>>>,
): Promise<T> {
  const answers: Record<string, string> = {};
  for (const [name, read] of Object.entries(reads)) {
    const key = name as keyof Reach;
    if (typed[key] !== undefined || known[key]) continue;
    const check = (text: string): string | true =>
      text === '' ? true : wrongWith(() => read(text, `--${key}`));
    const answer = await askText(context, { message: QUESTIONS[key], optional: true, check });
    if (answer !== '') answers[key] = read(answer, `--${key}`);
  }
  return { ...typed, ...answers };
}
