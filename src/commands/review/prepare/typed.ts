/** What was typed for `review prepare`, read and checked; nothing here has looked at a child. */

import { filled } from '../../../cases/find';
import type { Context } from '../../../context';
import { isNumber } from '../../../core/events/attribute';
import { DOCUMENTS } from '../../../core/events/codes';
import { listOf } from '../../../core/events/lists';
import type { Paper } from '../../../core/reviews/papers';
import type { IsoDate } from '../../../core/time/dates';
import { plainDate } from '../../../core/time/dates';
import { didYouMean, UsageError, UserError } from '../../../errors';
import { dayDone } from '../../day-done';
import { given } from '../../meeting';
import { choicesOf, choiceTyped } from '../choice-typed';

export interface PrepareOptions {
  readonly review?: string;
  readonly on?: string;
  readonly notified?: string;
  readonly listReturned?: string;
  readonly listAmended?: string;
  readonly childConsulted?: string;
  readonly alsoWith?: string;
  readonly issues?: string;
  readonly wants?: string;
  readonly notWants?: string;
  readonly day?: string;
  readonly hours?: string;
  readonly place?: string;
  readonly willChair?: true;
  readonly discussed?: string;
  readonly supporters?: string;
  readonly preparing?: string;
  readonly visitArranged?: string;
  readonly iroVisited?: string;
  readonly concern?: string;
  readonly concernTakenUp?: string;
  readonly answer?: string;
  readonly invited?: string;
  readonly documents?: string;
  readonly documentsOn?: string;
  readonly recordsCurrent?: string;
  readonly bedroomSeen?: string;
  readonly household?: string;
  readonly court?: string;
  readonly legalStatus?: string;
  readonly views?: string;
  readonly keptOut?: string;
  readonly seen?: string;
  readonly how?: string;
  readonly notSeen?: string;
  readonly why?: string;
  readonly despiteNoContact?: true;
}

/** The steps typed. Days are read; a person is still as they were typed. */
export interface TypedPreparation {
  readonly review: number | undefined;
  readonly notified: IsoDate | undefined;
  readonly listReturned: IsoDate | undefined;
  readonly listAmended: { readonly on: IsoDate; readonly change: string } | undefined;
  readonly childConsulted:
    | {
        readonly on: IsoDate;
        readonly attributes: Readonly<Record<string, string>>;
        readonly alsoWith: readonly string[];
      }
    | undefined;
  /** As attributes of the event. */
  readonly wishes: { readonly on: IsoDate; readonly said: Readonly<Record<string, string>> } | undefined;
  readonly discussed:
    | { readonly on: IsoDate; readonly attributes: Readonly<Record<string, string>> }
    | undefined;
  readonly visitArranged: IsoDate | undefined;
  readonly iroVisited: IsoDate | undefined;
  readonly concern: { readonly on: IsoDate; readonly about: string } | undefined;
  readonly takenUp:
    | { readonly on: IsoDate; readonly ref: string; readonly answer: string | undefined }
    | undefined;
  readonly invited: IsoDate | undefined;
  readonly papers: { readonly on: IsoDate; readonly which: readonly Paper[] | 'all' } | undefined;
  readonly recordsCurrent:
    | { readonly on: IsoDate; readonly attributes: Readonly<Record<string, string>> }
    | undefined;
  readonly views:
    | {
        readonly on: IsoDate;
        readonly of: readonly { readonly who: string; readonly how: string | undefined }[];
        /** Why they are left out of the record. */
        readonly keptOut: string | undefined;
      }
    | undefined;
  readonly saw: { readonly on: IsoDate; readonly attributes: Readonly<Record<string, string>> } | undefined;
}

/** True where a step was typed, or what goes with one. */
export function hasSteps(options: PrepareOptions): boolean {
  const { review: _review, on: _on, despiteNoContact: _despite, ...steps } = options;
  return Object.keys(steps).length > 0;
}

/** The number of `--review`. */
function reviewTyped(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (isNumber(typed.trim())) return Number(typed);
  throw new UsageError(`--review is a whole number from 1, not "${typed}".`);
}

/** Flags that only say more of a step, with the flag of that step. */
const MORE: readonly (readonly [keyof PrepareOptions, string, keyof PrepareOptions, string])[] = [
  ['issues', '--issues', 'childConsulted', '--child-consulted'],
  ['alsoWith', '--also-with', 'childConsulted', '--child-consulted'],
  ['supporters', '--supporters', 'discussed', '--discussed'],
  ['preparing', '--preparing', 'discussed', '--discussed'],
  ['keptOut', '--kept-out', 'views', '--views'],
  ['how', '--how', 'seen', '--seen'],
  ['answer', '--answer', 'concernTakenUp', '--concern-taken-up'],
  ['documentsOn', '--documents-on', 'documents', '--documents'],
  ['bedroomSeen', '--bedroom-seen', 'recordsCurrent', '--records-current'],
  ['household', '--household', 'recordsCurrent', '--records-current'],
  ['court', '--court', 'recordsCurrent', '--records-current'],
  ['legalStatus', '--legal-status', 'recordsCurrent', '--records-current'],
  ['why', '--why', 'notSeen', '--not-seen'],
];

/** Reads what was typed. */
export function readPreparation(context: Context, options: PrepareOptions): TypedPreparation {
  const lone = MORE.find(([more, , step]) => options[more] !== undefined && options[step] === undefined);
  if (lone) throw new UsageError(`${lone[1]} goes with ${lone[3]}.`);
  const day = (typed: string | undefined, flag: string): IsoDate | undefined =>
    typed === undefined ? undefined : context.date(typed, flag, 'past');
  const on = dayDone(context, options.on);
  const childConsulted = day(options.childConsulted, '--child-consulted');
  const iroVisited = day(options.iroVisited, '--iro-visited');
  const discussed = day(options.discussed, '--discussed');
  const change = filled(options.listAmended, '--list-amended');
  const about = filled(options.concern, '--concern');
  const wishes = wishesTyped(options);
  return {
    review: reviewTyped(options.review),
    notified: day(options.notified, '--notified'),
    listReturned: day(options.listReturned, '--list-returned'),
    listAmended: change === undefined ? undefined : { on, change },
    childConsulted: childConsulted && {
      on: childConsulted,
      attributes: talkedAbout(options),
      alsoWith: listOf(filled(options.alsoWith, '--also-with')),
    },
    // What the child said when asked, else on the day of the command.
    wishes: wishes && { on: childConsulted ?? on, said: wishes },
    discussed: discussed && {
      on: discussed,
      attributes: given({
        supporters: filled(options.supporters, '--supporters'),
        preparing: filled(options.preparing, '--preparing'),
      }),
    },
    visitArranged: day(options.visitArranged, '--visit-arranged'),
    iroVisited,
    concern: about === undefined ? undefined : { on: iroVisited ?? on, about },
    takenUp:
      options.concernTakenUp === undefined
        ? undefined
        : {
            on,
            ref: filled(options.concernTakenUp, '--concern-taken-up'),
            answer: filled(options.answer, '--answer'),
          },
    invited: day(options.invited, '--invited'),
    papers: papersTyped(context, options),
    recordsCurrent: recordsTyped(context, options, day(options.recordsCurrent, '--records-current')),
    views: viewsTyped(options, on),
    saw: sawTyped(options, day(options.seen, '--seen'), on),
  };
}

function talkedAbout({ wants, place, issues }: PrepareOptions): Record<string, string> {
  return given({
    wants: filled(wants, '--wants'),
    where: filled(place, '--place'),
    issues: filled(issues, '--issues'),
  });
}

function wishesTyped(options: PrepareOptions): Record<string, string> | undefined {
  const said = given({
    day: filled(options.day, '--day'),
    hours: choiceTyped('child-wishes-recorded', 'hours', '--hours', options.hours),
    place: filled(options.place, '--place'),
    wants: filled(options.wants, '--wants'),
    'does-not-want': filled(options.notWants, '--not-wants'),
    'will-chair': options.willChair ? 'yes' : undefined,
  });
  return Object.keys(said).length === 0 ? undefined : said;
}

function papersTyped(
  context: Context,
  { documents, documentsOn }: PrepareOptions,
): TypedPreparation['papers'] {
  if (documents === undefined) return undefined;
  const on = documentsOn === undefined ? context.today : context.date(documentsOn, '--documents-on', 'past');
  return { on, which: whichPapers(documents) };
}

/** The papers of `--documents`, or all. */
export function whichPapers(typed: string): readonly Paper[] | 'all' {
  const words = [...new Set(listOf(typed.toLowerCase()))];
  if (words.length === 0) throw new UsageError('--documents is empty.');
  if (words.length === 1 && words[0] === 'all') return 'all';
  const wrong = words.find((word) => !(DOCUMENTS as readonly string[]).includes(word));
  if (wrong === undefined) return words as Paper[];
  throw new UsageError(
    `--documents is a list of ${DOCUMENTS.join(', ')}, or all; not "${wrong}".${didYouMean(wrong, DOCUMENTS)}`,
  );
}

function recordsTyped(
  context: Context,
  options: PrepareOptions,
  on: IsoDate | undefined,
): TypedPreparation['recordsCurrent'] {
  if (on === undefined) return undefined;
  const { bedroomSeen } = options;
  const seen = bedroomSeen === undefined ? undefined : context.date(bedroomSeen, '--bedroom-seen', 'past');
  if (seen !== undefined && seen > on) {
    throw new UserError(
      `The records were confirmed on ${plainDate(on)}, so they cannot say that the bedroom was seen on ${plainDate(seen)}. Nothing was saved.`,
      'Check --records-current and --bedroom-seen.',
    );
  }
  const attributes = given({
    'bedroom-seen': seen,
    household: filled(options.household, '--household'),
    court: filled(options.court, '--court'),
    'legal-status': filled(options.legalStatus, '--legal-status'),
  });
  return { on, attributes };
}

/** `mother=letter,carer=form`; how may be left out. */
function viewsTyped({ views: typed, keptOut }: PrepareOptions, on: IsoDate): TypedPreparation['views'] {
  if (typed === undefined) return undefined;
  const of = listOf(typed).map((each) => {
    const [who, how] = each.split('=', 2).map((part) => part.trim());
    return { who: filled(who ?? '', '--views'), how: how === undefined ? undefined : howTyped(how) };
  });
  if (of.length === 0) throw new UsageError('--views is empty.');
  return { on, of, keptOut: filled(keptOut, '--kept-out') };
}

function howTyped(typed: string): string {
  const choices = choicesOf('views-given', 'how');
  const how = typed.toLowerCase();
  if (choices.includes(how)) return how;
  throw new UsageError(
    `--views says how as ${choices.join(', ')}; not "${typed}".`,
    'Type it as --views mother=letter,carer=form',
  );
}

function sawTyped(
  { seen: _seen, notSeen, how, why }: PrepareOptions,
  seen: IsoDate | undefined,
  on: IsoDate,
): TypedPreparation['saw'] {
  if (notSeen === undefined) {
    return (
      seen && { on: seen, attributes: given({ how: choiceTyped('iro-saw-child', 'how', '--how', how) }) }
    );
  }
  if (seen !== undefined)
    throw new UsageError('The IRO saw the child (--seen), or did not (--not-seen): not both.');
  const outcome = notSeen.trim().toLowerCase();
  if (outcome !== 'refused' && outcome !== 'inappropriate') {
    throw new UsageError(`--not-seen is refused or inappropriate; not "${notSeen}".`);
  }
  return { on, attributes: given({ outcome, why: filled(why, '--why') }) };
}
