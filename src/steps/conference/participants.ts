/** Who comes to a child protection conference, and whom its chair excludes. */
import {
  CONFERENCE_EXCLUDED,
  CONFERENCE_EXCLUSION_LIFTED,
  CONFERENCE_EXCLUSION_TOLD,
  CONFERENCE_EXPLAINED,
  CONFERENCE_INVITATIONS_SENT,
  CONFERENCE_LISTED,
  CONFERENCE_SUPPORT_REMINDED,
} from '../../core/events/protection/conference';
import { listed } from '../../core/in-words';
import { takenIn } from '../../core/reviews/record';
import { longDate } from '../../core/time/dates';
import { type Around, flag, type Refusal, saidWith, stepsOf, type ToDo } from '../step';
import { isInvited, listOrNull, type OfConference, tagsOf, theirWords, untilDone } from './case';

type Here = Around<OfConference>;

const step = stepsOf<OfConference>();

export const PARTICIPANTS = [
  step(CONFERENCE_LISTED, {
    what: 'On the list',
    by: 'ref',
    often: true,
    each: {},
    flags: {
      ref: flag('--add <list>', 'put these on the list: mother,health'),
      part: flag('--part <part>', 'invited, or consulted: asked for their views in another way', {
        only: ['invited', 'consulted'],
      }),
      report: flag('--report <yes|no>', 'whether they are to report (practitioners are)'),
      agency: flag('--agency <text>'),
      support: flag('--brings <text>', 'the advocate, solicitor or supporter whom they bring'),
      agreed: flag('--agreed <list>', 'of the child: who with parental responsibility agrees'),
      why: flag('--why <text>', 'the reason'),
    },
    words: ({ ref, part }, { the }) => `${the(ref)} ${part}`,
    notes: ({ ref, part, agreed }, { of }) => [
      ref === 'child' && part === 'invited' ? agreedNote(agreed, of) : null,
    ],
  }),
  step(CONFERENCE_LISTED, {
    what: 'Taken off the list',
    by: 'ref',
    often: true,
    each: {},
    otherwise: { part: () => 'none' },
    flags: { ref: flag('--drop <list>', 'take these off the list'), why: flag('--why <text>', 'the reason') },
    words: ({ ref }, { the }) => `${the(ref)} taken off the list`,
  }),
  step(CONFERENCE_EXPLAINED, {
    what: 'Explained beforehand',
    by: 'by',
    often: true,
    flags: {
      by: flag(
        '--explained-by <who>',
        'social-worker (what will happen, and who comes) or chair (and what can be decided)',
      ),
      to: flag('--explained-to <list>', 'to whom: mother,child'),
    },
    next: explanationsOwed,
    words: ({ by, to }, { called }) =>
      `explained by the ${by.replace('-', ' ')}${to.length === 0 ? '' : ` to ${called(to)}`}`,
  }),
  step(CONFERENCE_SUPPORT_REMINDED, {
    what: 'Reminded that they may bring an advocate or supporter',
    by: 'to',
    often: true,
    flags: {
      to: flag(
        '--reminded <list>',
        'these were reminded that they may bring an advocate, solicitor or supporter',
      ),
    },
    next: untilDone(
      CONFERENCE_SUPPORT_REMINDED,
      'Remind the parents that they may bring an advocate or supporter',
      'unit',
    ),
    words: ({ to }, { called }) => `${called(to)} reminded that they may bring an advocate or supporter`,
  }),
  step(CONFERENCE_INVITATIONS_SENT, {
    what: 'Invitations sent',
    flags: {
      on: flag('--invited <date>', 'the invitations were sent'),
      to: flag('--to <list>', 'to whom (else everyone who is invited)'),
    },
    otherwise: { to: ({ of }) => listOrNull(tagsOf(of, isInvited)) },
    next: untilDone(CONFERENCE_INVITATIONS_SENT, 'Send the invitations', 'unit'),
    words: ({ to }, { called }) => `invitations sent to ${called(to)}`,
    notes: (_, { of }) => [of.plan === null ? 'No day is fixed for the conference.' : null],
  }),
];

const WHO = flag('--who <who>', 'one of the child’s people, by tag', { ask: 'Who?', needed: true });

export const EXCLUDE = [
  step(CONFERENCE_EXCLUDED, {
    what: 'Excluded by the chair',
    by: 'why',
    often: true,
    flags: {
      ref: WHO,
      part: flag('--from <all|some>', 'from all of it (else), or a part'),
      why: flag('--why <text>', 'the reasons', { ask: 'The reasons' }),
      tell: flag('--tell <text>', 'what letters say of the reason, which is for the unit'),
      instead: flag('--instead <text>', 'how they contribute, as agreed: in writing, by a recording', {
        ask: 'How do they contribute instead?',
        askAlways: true,
      }),
    },
    words: ({ ref, part }, { the }) => `${the(ref)} excluded from ${part === 'all' ? 'all' : 'part'} of it`,
    notes: ({ ref, instead }, here) => [
      instead === null ? 'How they contribute is not recorded (--instead "in writing").' : null,
      saidWith(here, CONFERENCE_EXCLUSION_TOLD)
        ? null
        : `The reasons are to be made clear to them. Then: irotool conference exclude ${here.of.again} --who ${ref} --told today`,
    ],
    refusal: (_, { of }) => heldAlready(of),
  }),
  step(CONFERENCE_EXCLUSION_TOLD, {
    what: 'Told the reasons',
    often: true,
    flags: {
      ref: WHO,
      on: flag('--told <date>', 'the reasons were made clear to them'),
      how: flag('--how <how>', 'letter, talk or telephone'),
    },
    words: ({ ref }, { the }) => `${the(ref)} told the reasons`,
    refusal: notExcluded,
    next: (of) => {
      const untold = of.members.find(({ excluded, told }) => excluded !== null && told === null);
      return untold === undefined
        ? null
        : {
            what: `Tell ${theirWords(untold)} the reasons why the chair excluded them`,
            ...{ who: 'chair', typed: { ref: untold.ref } },
          };
    },
  }),
  step(CONFERENCE_EXCLUSION_LIFTED, {
    what: 'Exclusion lifted',
    by: 'why',
    often: true,
    flags: { ref: WHO, why: flag('--lifted <text>', 'they may come after all, and why') },
    words: ({ ref }, { the }) => `${the(ref)} may come after all`,
    notWith: [
      CONFERENCE_EXCLUDED,
      'Someone is excluded (--why), or may come after all (--lifted): not both.',
    ],
    refusal: notExcluded,
  }),
];

/** The child comes if those with parental responsibility agree: each of them. */
function agreedNote(agreed: readonly string[], of: OfConference): string | null {
  if (agreed.length === 0) {
    return 'It is not recorded that those with parental responsibility agree that the child comes (--agreed mother).';
  }
  const others = of.members.filter(
    ({ ref, hasResponsibility }) => hasResponsibility && !agreed.includes(ref),
  );
  if (others.length === 0) return null;
  const all = [...agreed, ...others.map(({ ref }) => ref)].join(',');
  return `It is not recorded that ${listed(others.map(theirWords))}, with parental responsibility too, ${others.length === 1 ? 'agrees' : 'agree'} that the child comes (--agreed ${all}).`;
}

/** The social worker and the chair each explain beforehand. */
function explanationsOwed({ conference }: OfConference): ToDo | null {
  const explained = takenIn(conference, CONFERENCE_EXPLAINED).map((each) => each.by);
  const by = (['social-worker', 'chair'] as const).find((who) => !explained.includes(who));
  if (by === undefined) return null;
  const what =
    by === 'chair' ? 'what will happen, and what can be decided' : 'what will happen, and who comes';
  return { what: `Explain to the family ${what}`, who: by, typed: { by, to: 'WHO' } };
}

const heldAlready = ({ conference: { heldOn } }: OfConference): Refusal | null =>
  heldOn === null ? null : [`it was held on ${longDate(heldOn)}.`, ''];

function notExcluded({ ref }: { readonly ref: string }, here: Here): Refusal | null {
  const { of } = here;
  if (saidWith(here, CONFERENCE_EXCLUDED)?.ref === ref) return null;
  if (of.members.some((each) => each.ref === ref && each.excluded !== null)) return null;
  return [
    'the chair has not excluded them.',
    `To record that: irotool conference exclude ${of.again} --who ${ref} --why "…"`,
  ];
}
