/** A unit with managers, teams and things late, as an overdue report finds it on Monday 30 March 2026. */
import { type Unit, unit } from './harness';

export type ReportUnit = Unit;

export const ON = '--today 2026-03-30';

/** Names and birthdays that are to be in no report; a mother's among them. */
export const PRIVATE = [
  'Jamie',
  'Thorne',
  'Orla',
  'Quill',
  'Peregrine',
  'Vane',
  'Sorcha',
  '2015-05-02',
  '2 May 2015',
];

/** Three children of two IROs: North's and South's, and one without a team. */
export function lateUnit(): Promise<ReportUnit> {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(`${line} --yes`);
  say('person add --name "A Khan" --role iro');
  say('person add --name "M Ŵyn" --role iro');
  const child = (ref: string, name: string, on: string, rest: string): void =>
    say(
      `new-review --ref ${ref} --name "${name}" --born 2015-05-02 --looked-after ${on} --today ${on} ${rest}`,
    );
  child('C1', 'Jamie Thorne', '2026-03-02', '--iro "A Khan" --team North --social-worker "S Jones"');
  child('C2', 'Orla Quill', '2026-02-23', '--iro "M Ŵyn" --team South');
  child('C3', 'Peregrine Vane', '2026-01-12', '--iro "M Ŵyn"');
  // Steps before these meetings fell due and were not ticked; nobody has said whether C3's was held.
  say('review plan C2 --meeting "2026-03-20 10:00" --today 2026-02-24');
  say('review plan C3 --meeting "2026-02-06 10:00" --today 2026-01-13');
  say('child link C1 "Sorcha Thorne" --role parent --tag mother --email mother@home.uk --today 2026-03-03');
  say('person add --name "Mo North" --role manager --team North --email mo@council.gov.uk');
  say('person add --name "Dee Iros" --role manager --manages "M Ŵyn" --email dee@elsewhere.org');
  say('person add --name "Sal Service" --role service-manager --email sal@council.gov.uk');
  say('settings set mail.allow-domains council.gov.uk');
  return unit('york', lines);
}

/** C1's review is planned past its limit, for a reason that names the child and the mother. */
export const PLANNED_LATE =
  'review plan C1 --meeting "2026-04-09 10:00" --late-because "Jamie is in hospital, and SORCHA asked for it" --agreed-by "the service manager" --today 2026-03-05 --yes';
