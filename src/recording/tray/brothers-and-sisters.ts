/** What is done for one child, done for their brothers and sisters as well: those of whom the same is open. */
import type { Meant } from '../../cases/last-list/meant';
import { meetingsKey } from '../../cases/meeting/kept-together';
import type { Context, Unit } from '../../context';
import { compare } from '../../core/compare';
import { listed } from '../../core/in-words';
import { forSeveral, nameForSeveral } from '../../steps/next/for-several';
import { type Child, siblingsOf } from '../../store/children';
import type { Offer } from './offer';
import { rowsOf } from './rows-of-child';

/** Of whom it is done besides, and of which review it is. */
interface Besides {
  readonly ref: string;
  readonly review: number | null;
}

/** The brothers and sisters of whom the same is open, with the same meeting if one is planned. */
export function besidesOf(context: Context, unit: Unit, meant: readonly Meant[]): Besides[] {
  const [{ kind, child, rule, own }] = meant as [Meant];
  // What has a reference of its own is one child’s alone.
  if (child.kind !== 'child' || own !== null) return [];
  return meetingSharers(context, unit, child.id)
    .filter(({ ref }) => !meant.some((each) => each.child.ref === ref))
    .flatMap(({ id, ref }) => {
      const same = rowsOf(context, unit, { id, ref }).find(
        (each) => each.kind === kind && each.rule === rule && each.own === null,
      );
      return same === undefined ? [] : [{ ref, review: same.review }];
    });
}

/** The brothers and sisters, and theirs in turn, of whom the same meetings are planned; in the order of their references. */
export function meetingSharers({ today }: Context, unit: Unit, id: number): Child[] {
  const planned = meetingsKey(unit, id, today);
  const found = new Map<number, Child>();
  const look = (of: number): void => {
    for (const each of siblingsOf(unit.db, of)) {
      if (each.id === id || found.has(each.id)) continue;
      found.set(each.id, each);
      look(each.id);
    }
  };
  look(id);
  return [...found.values()]
    .filter((each) => meetingsKey(unit, each.id, today) === planned)
    .sort((a, b) => compare(a.ref, b.ref));
}

/** The offers, and after each that may be taken for them as well the one that does so. */
export function withBesides(
  offers: readonly Offer[],
  { ref, review }: Besides,
  besides: readonly Besides[],
): Offer[] {
  return offers.flatMap((offer) => {
    const words = (offer.command ?? '').replace(/^irotool /, '').split(' ');
    // Which review it is may be typed once for all.
    const others = besides.filter((each) => !words.includes('--review') || each.review === review);
    if (others.length === 0 || offer.shows || nameForSeveral(words) === null) return [offer];
    const refs = others.map((each) => each.ref);
    const forAll: Offer = {
      ...offer,
      what: `${offer.what}, for ${listed(refs)} as well`,
      command: forSeveral(words, ref, refs).join(' '),
      async words() {
        const own = await offer.words();
        return own && forSeveral(own, ref, refs);
      },
    };
    return [offer, forAll];
  });
}
