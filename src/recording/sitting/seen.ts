/** Whether the IRO saw each child before the review, or spoke with them in private: asked if nothing says so. */
import type { Context } from '../../context';
import { given } from '../../core/events/fact';
import { isUnseen } from '../../core/reviews/seen-before';
import { askChoice, askText } from '../../ui/prompts';
import { listed } from '../../ui/words';
import type { HeldOfChild } from './facts';
import type { HoldOptions } from './typed';

const SAW_IN_WORDS = [
  { name: 'observed the child, or played with them', value: 'observed' },
  { name: 'spoke with the child in private', value: 'seen' },
  { name: 'it was inappropriate at that age', value: 'inappropriate' },
  { name: 'no, or it is not known', value: 'no' },
];
const ALONE_IN_WORDS = [
  { name: 'yes, face to face', value: 'face-to-face' },
  { name: 'yes, by video', value: 'video' },
  { name: 'yes, by telephone', value: 'telephone' },
  { name: 'the child did not want to', value: 'refused' },
  { name: 'no, or it is not known', value: 'no' },
];

/** What is answered of children under four, whom only this can save; and, if all is asked, of those who are older. */
export async function askSeen(
  context: Context,
  held: readonly HeldOfChild[],
  typed: HoldOptions,
  isAllAsked: boolean,
): Promise<Pick<HoldOptions, 'iroSaw' | 'seenAlone' | 'seenWhere'>> {
  const unseen = held.filter(
    ({ code, duties, sitting }) => code !== undefined && isUnseen(sitting.on, duties),
  );
  const refs = (isUnder: boolean): string =>
    listed(unseen.filter(({ code }) => (code === 'PN0') === isUnder).map(({ child }) => child.ref));
  const [under, older] = [refs(true), refs(false)];
  const iroSaw =
    typed.iroSaw ??
    (under === ''
      ? undefined
      : await askChoice(
          context,
          `${under}: under 4. Did the IRO see the child before the review?`,
          SAW_IN_WORDS,
        ));
  const seenAlone =
    typed.seenAlone ??
    (older === '' || !isAllAsked
      ? undefined
      : await askChoice(
          context,
          `Did the IRO speak with ${older} in private before it, that day?`,
          ALONE_IN_WORDS,
        ));
  const isWhere = seenAlone === 'face-to-face' && typed.seenAlone === undefined && !typed.seenWhere;
  const seenWhere = isWhere
    ? (await askText(context, { message: 'Where?', optional: true })) || undefined
    : typed.seenWhere;
  return given({ iroSaw, seenAlone, seenWhere });
}
