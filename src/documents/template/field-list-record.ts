/** What a record says of what its questions would ask for: who was not invited, who came with whom, who is sent it. */
import { always, type Entries, list, text, yes } from './field-kinds';

const NOT_INVITED = 'irotool review not-invite REF WHO';
const LISTED = 'irotool review participants REF --add WHO';
const SENT = 'irotool review distribute REF WHO';

export const OF_A_RECORD = {
  exclusions: list('who was not invited to the meeting, or to part only', `${NOT_INVITED} --concern "…"`, {
    called: always('what they are', `${NOT_INVITED} --concern "…"`),
    name: text('their name, if the reader may know it', `${NOT_INVITED} --concern "…"`),
    isForPart: yes('they came to part', `${NOT_INVITED} --part-of-meeting`),
    views: text('how their views were to be heard', `${NOT_INVITED} --views "…"`),
  }),
  supporters: list('those who came and were to bring a supporter', `${LISTED} --supporter "NAME"`, {
    called: always('whom the supporter came with', `${LISTED} --supporter "NAME"`),
    name: text('the supporter', `${LISTED} --supporter "NAME"`),
  }),
  sharing: list('who is sent the record', `${SENT} --record full`, {
    called: always('what they are', `${SENT} --record full`),
    name: text('their name, if the reader may know it', `${SENT} --record full`),
    what: always('how much of it, in words', `${SENT} --record PART-OR-NONE`),
    decidedBy: text('who decided', `${SENT} --record PART-OR-NONE --decided-by "NAME"`),
  }),
  hasVisitor: yes(
    'the child has an independent visitor',
    'irotool child link REF "NAME" --role independent-visitor',
  ),
} as const satisfies Entries;
