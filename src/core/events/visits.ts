/** Visits of the social worker to a child in care: Care Planning Regulations 2010, regs 28 to 30. */
import { needed, oneOf, people, someone, text, yes, yesOrNo } from './attribute';
import { event, OF_THE_LIVING, REPLACES } from './event';

const FOR_THE_UNIT = { inLetters: false } as const;

export const CHILD_VISITED = event(
  'child-visited',
  'care',
  'was visited by the social worker',
  'the social worker visited. A visit at which the child was not seen is kept, and meets no duty. `because`: why they did not speak alone (reg 29). `safeguarded=no`: the placement does not keep the child safe and well, and the case must be reviewed (reg 30). `less-often`: in long-term fostering of over a year the child may agree to fewer visits (reg 28(3A))',
  {
    child: needed(
      oneOf(['seen-alone', 'seen-with-others', 'not-seen'], 'whether the child was seen, and alone', {
        label: '',
      }),
    ),
    because: oneOf(['refused', 'inappropriate', 'unable'], 'why the child was not seen alone', FOR_THE_UNIT),
    why: text('why, in words'),
    saw: people('who else was seen, by tag', FOR_THE_UNIT),
    where: oneOf(['at-home', 'at-school', 'elsewhere'], 'where the visit was', { label: '' }),
    by: someone('who visited, if not the social worker'),
    bedroom: yes('where the child sleeps was seen', { label: 'bedroom seen' }),
    safeguarded: yesOrNo('whether the placement keeps the child safe and well', FOR_THE_UNIT),
    lessOften: yesOrNo('whether the child agrees to be visited less often', FOR_THE_UNIT),
  },
  // Nobody in at noon, and the child seen at five: both are read.
  { ...OF_THE_LIVING, ...REPLACES, toldInLetters: true },
);
