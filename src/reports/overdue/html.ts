/**
 * The overdue report as the HTML part of a message: tables and inline styles alone, for Outlook keeps
 * little else; bars are cells of a table, and there are no images.
 */
import { capital } from '../../core/in-words';
import { LAW } from '../../ui/states';
import { dayIn } from '../../ui/words';
import { escaped } from '../html-text';
import {
  AGE_COLOURS,
  FONT,
  heading,
  messagePage,
  messageParagraph,
  TABLE,
  twoColumns,
  WRAPS,
} from '../page/message';
import { AGES, type OverdueReport, type TeamTotals } from './model';
import { type LateList, type PartList, partsOf } from './parts';
import * as words from './words';

const AMOUNT = `padding:6px 6px 4px 0;text-align:left;vertical-align:top;font-size:16px;line-height:1.3;overflow-wrap:normal;word-break:normal;${FONT}`;

/** The whole HTML part, with what is said at its foot besides; it ends with a line end. */
export function overdueHtml(report: OverdueReport, foot: readonly string[] = []): string {
  const { title, about, counts, notes, late, soon, lists } = partsOf(report);
  const body = [
    heading(1, title),
    ...[...about, counts, ...notes].map(messageParagraph),
    ...(report.teams.length === 0 ? [] : [heading(2, 'By team'), teamTable(report)]),
    ...late.flatMap((each) => [heading(2, each.heading), lateTable(each, report)]),
    ...(soon === null ? [] : [heading(2, soon.heading), ...soonParts(report)]),
    ...lists.flatMap(listParts),
    ...[words.CONFIDENTIAL, ...foot].map(messageParagraph),
  ];
  return messagePage(title, body);
}

/** Each team's numbers, and below them its bar: as long as its part of the most. */
function teamTable({ teams }: OverdueReport): string {
  const most = Math.max(...teams.map(({ overdue }) => overdue));
  const head = ['Team', ...words.TOTALS, ...AGES.map(words.shortAge)]
    .map((each) => `<th scope="col" style="${AMOUNT};font-size:13px">${escaped(each)}</th>`)
    .join('');
  const rows = teams.map((each) => {
    const amounts = [each.overdue, each.statutory, ...each.ages];
    const cells = amounts.map((amount) => `<td style="${AMOUNT}">${amount}</td>`).join('');
    const name = `<th scope="row" style="${AMOUNT};width:36%;${WRAPS}">${escaped(each.team ?? words.NO_TEAM)}</th>`;
    return `<tr>${name}${cells}</tr>\n<tr aria-hidden="true"><td colspan="${1 + amounts.length}" style="padding:0 0 8px 0;border-bottom:1px solid #b1b4b6">${bar(each, most)}</td></tr>`;
  });
  return `<table style="${TABLE}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/**
 * A bar repeats what the table says, so a screen reader need not hear it. Widths and colours are said the
 * old way too: some mail programs read no other.
 */
function bar({ overdue, ages }: TeamTotals, most: number): string {
  const cells = ages
    .map((amount, at) => ({ amount, colour: AGE_COLOURS[at]! }))
    .filter(({ amount }) => amount > 0)
    .map(
      ({ amount, colour }) =>
        `<td width="${share(amount, most)}%" bgcolor="${colour}" style="width:${share(amount, most)}%;height:16px;line-height:16px;font-size:12px;color:#ffffff;font-family:Arial,sans-serif;background-color:${colour};border-right:1px solid #ffffff;padding:0;text-align:center">${share(amount, most) < 5 ? '&nbsp;' : amount}</td>`,
    );
  const rest = share(most - overdue, most);
  const empty =
    rest === 0
      ? ''
      : `<td width="${rest}%" style="width:${rest}%;height:16px;font-size:1px;padding:0">&nbsp;</td>`;
  return `<table role="presentation" width="100%" style="border-collapse:collapse;width:100%;table-layout:fixed"><tbody><tr>${cells.join('')}${empty}</tr></tbody></table>`;
}

const share = (amount: number, of: number): number => Math.round((amount * 1000) / of) / 10;

/** What is late; who acts and whose child it is stand below it, for a phone has no room beside. */
function lateTable({ rows }: LateList, report: OverdueReport): string {
  return twoColumns(
    rows.map((row) => {
      const day = `${words.farWords(row)}, due ${dayIn(row.due, report.today)}`;
      const why = words.whyWords(row, report);
      return [
        words.childWords(row),
        words.dutyWithin(row, report),
        `${day}. ${capital(row.who)}. ${words.placeWords(row)}.`,
        ...(why === null ? [] : [why]),
      ];
    }),
  );
}

/** How many fall due on each day, and those with a limit of law one by one. */
function soonParts(report: OverdueReport): string[] {
  const ofLaw = report.soon.filter(({ force }) => force === 'statutory');
  const rows = ofLaw.map((row): [string, ...string[]] => [
    words.childWords(row),
    `${LAW}: ${words.dutyWithin(row, report)}`,
    `${capital(words.farWords(row))}, due ${dayIn(row.due, report.today)}. ${capital(row.who)}.`,
  ]);
  return [
    messageParagraph(`${capital(words.soonWords(report))}.`),
    ...(rows.length === 0 ? [] : [twoColumns(rows)]),
  ];
}

function listParts({ heading: title, note, lines }: PartList): string[] {
  const rows = lines.map(({ whose, what, who }): [string, ...string[]] => [
    whose,
    what,
    ...(who === null ? [] : [`${capital(who)}.`]),
  ]);
  return [heading(2, title), ...(note === null ? [] : [messageParagraph(note)]), twoColumns(rows)];
}
