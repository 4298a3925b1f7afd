/** How the people of a child are shown. */
import { personInBrief } from '../../cases/people/in-brief';
import type { Bar } from '../../core/privacy/bars';
import { plainDate } from '../../core/time/dates';
import type { ChildPerson } from '../../store/people/child-people';
import { inRows, type Part } from '../../ui/rows';
import { roleWords } from '../../ui/words';

/** People of a child under a heading. */
export function childPeopleParts(
  heading: string,
  shown: readonly ChildPerson[],
  bars: readonly Bar[] = [],
): Part[] {
  const rows = shown.map((person) => [
    person.tag,
    person.name,
    roleWithRelationship(person),
    detailsOf(person, barOf(person, bars)).join('; '),
  ]);
  return [heading, inRows(rows, [{}, {}, {}, { wraps: true, min: 20 }])];
}

/** `mother (parent)`, `carer`. */
function roleWithRelationship({ role, relationship }: ChildPerson): string {
  const words = roleWords(role);
  if (relationship === null) return words;
  return relationship.toLowerCase().includes(words) ? relationship : `${relationship} (${words})`;
}

const CONTACT_WORDS = { ordinary: 'ordinary contact', supervised: 'supervised contact', none: 'no contact' };

export const barOf = ({ tag }: ChildPerson, bars: readonly Bar[]): Bar | null =>
  bars.find(({ ref }) => ref === tag.toLowerCase()) ?? null;

function detailsOf(person: ChildPerson, bar: Bar | null): string[] {
  return [
    ...(bar
      ? [`kept away by a court order${bar.until === null ? '' : ` until ${plainDate(bar.until)}`}`]
      : []),
    ...(person.hasResponsibility ? ['parental responsibility'] : []),
    ...(person.contact ? [CONTACT_WORDS[person.contact]] : []),
    ...(person.knowsPlacement ? ['knows the placement'] : []),
    ...(person.from ? [`from ${plainDate(person.from)}`] : []),
    ...(person.until ? [`until ${plainDate(person.until)}`] : []),
  ];
}

/** One of them as JSON. */
export function childPersonJson(person: ChildPerson, bar: Bar | null = null): object {
  const { from, until, email, telephone, address } = person;
  return {
    ...personInBrief(person),
    bar: bar === null ? null : { from: bar.from, order: bar.order, until: bar.until },
    from,
    until,
    email,
    telephone,
    address,
  };
}
