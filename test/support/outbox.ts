/** An outbox of its own for a test, and reports to put in it. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import type { ReportMail } from '../../src/mail/report-mail';
import { openDatabase } from '../../src/store/file/open';
import type { ReportedRow } from '../../src/store/outbox/outbox';
import type { Db } from '../../src/store/sqlite';
import { folder } from './harness';

/** Six in the morning on 13 March 2026. */
export const SIX = Date.UTC(2026, 2, 13, 6);

export function outbox(clock: () => number = () => SIX): { file: string; db: Db } {
  const file = join(folder(), 'unit.db');
  const db = openDatabase(file, { create: () => undefined, now: clock });
  onTestFinished(() => void db.close());
  return { file, db };
}

/** A review of a child's, as an earlier report listed it. */
export const reported = (ref: string): ReportedRow => ({
  ...{ key: `${ref} review-first`, ref, review: 1, what: 'Hold the first review' },
});

export function report(to: string, changed: Partial<ReportMail> = {}): ReportMail {
  return {
    report: 'overdue',
    day: isoDate('2026-03-13'),
    from: { name: 'Reviewing Unit', address: 'reviews@testshire.gov.uk' },
    to: { name: "Siân O'Brien", address: to },
    subject: 'Overdue on Friday 13 March 2026: 2 reviews',
    text: 'K77  review  3 working days late\n.\nK78  review  due today\n',
    html: '<p>K77 review, 3 working days late</p>',
    attachments: [],
    reported: [reported('K77'), reported('K78')],
    ...changed,
  };
}
