/** The fields of documents about an applicant’s determination. */
import { always, text, texts, yes } from './field-kinds';

const SET = 'irotool settings set';
const MECHANISM = 'irotool irm record REF';
const DETERMINATION = 'irotool irm record REF --determination KIND';

export const OF_AN_APPLICANT = {
  applicant: {
    ref: always('the applicant’s reference', 'irotool irm add --ref REF'),
    name: text('the applicant’s name', 'irotool irm edit REF --name "…"'),
  },
  mechanism: {
    name: text('the independent review mechanism, as it is written to', `${SET} mechanism.name "…"`),
    address: text('its address', `${SET} mechanism.address "…"`),
    telephone: text('its telephone', `${SET} mechanism.telephone "…"`),
    email: text('its e-mail address', `${SET} mechanism.email "…"`),
    runBy: text('who runs it', `${SET} mechanism.run-by "…"`),
  },
  determination: {
    ref: always('its reference', DETERMINATION),
    sentOn: text('the day of its letter', `${DETERMINATION} --dated "3/3"`),
    reasons: text('the reasons', 'irotool correct EVENT reasons="…"'),
    lastDay: text('the last day to apply or make representations', `${DETERMINATION} --dated "3/3"`),
    days: text('how long that is: twenty-eight days', 'irotool rules list'),
    isEnding: yes('it ends an approval', `${DETERMINATION} --of ending`),
    isTerms: yes('it changes the terms of an approval', `${DETERMINATION} --of terms`),
    isOwnConviction: yes(
      'it rests on a conviction of the applicant’s own',
      `${DETERMINATION} --conviction own`,
    ),
    representationsOn: text('the day of the representations', `${MECHANISM} --representations "20/3"`),
    notifiedOn: text('the day the mechanism told the agency', `${MECHANISM} --notified "20/3"`),
    papersDue: text('the day by which the papers are due', `${MECHANISM} --notified "20/3"`),
    papersArePast: yes('that day has passed', `${MECHANISM} --notified "20/3"`),
    papers: texts('the papers that were sent', `${MECHANISM} --papers-sent "30/3" --papers LIST`),
  },
  panel: {
    recommendedOn: text(
      'the day of the recommendation',
      `${MECHANISM} --recommended "5/5" --panel SAME-OR-DIFFERENT`,
    ),
    isDifferent: yes('it recommended a different decision', `${MECHANISM} --panel different`),
    reasons: text('what the panel said', `${MECHANISM} --panel-said "…"`),
  },
  decision: {
    madeOn: text(
      'the day of the final decision',
      `${MECHANISM} --decided "20/5" --decision SAME-OR-DIFFERENT`,
    ),
    isDifferent: yes('it is not what was determined', `${MECHANISM} --decision different`),
    isConsidered: yes('the recommendation was taken into account', `${MECHANISM} --considered`),
    reasons: text('the reasons', `${MECHANISM} --why "…"`),
  },
} as const;
