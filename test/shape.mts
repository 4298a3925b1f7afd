/** Which test files belong to which of the three projects, and in which order the dear ones begin. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What waits for real processes, terminals, mail servers, LibreOffice or Chromium, and what lives many invented
 * lives. The dearest stand first and begin first, so that none of them runs alone at the end. Each file has its
 * own process, for it may set the time zone, mount a disk or replace a module.
 */
export const SLOW = [
  'test/commands/terminal.test.ts',
  'test/commands/review-by-tray.test.ts',
  'test/commands/next-done.test.ts',
  'test/commands/several-asked.test.ts',
  'test/commands/part-of-a-name.test.ts',
  'test/commands/people-asked.test.ts',
  'test/commands/settings-team.test.ts',
  'test/recording/lists-of-choices.test.ts',
  'test/commands/sent-asked.test.ts',
  'test/commands/stopped-at-every-prompt.test.ts',
  'test/commands/typed-ahead.test.ts',
  'test/commands/pager.test.ts',
  'test/commands/tray.test.ts',
  'test/commands/conference-asked.test.ts',
  'test/commands/tray-letters.test.ts',
  'test/store/twice.test.ts',
  'test/reports/browser.test.ts',
  'test/reports/figures-browser.test.ts',
  'test/documents/browser.test.ts',
  'test/commands/letter-confidential.test.ts',
  'test/core/what-goes-on.test.ts',
  'test/documents/pages.test.ts',
  'test/documents/window.test.ts',
  'test/documents/layout.test.ts',
  'test/documents/pdf.test.ts',
  'test/reports/figures-document.test.ts',
  'test/reports/annual-into.test.ts',
  'test/documents/album.test.ts',
  'test/commands/letters-of-the-month.test.ts',
  'test/commands/letter-pack-speed.test.ts',
  'test/commands/lives.test.ts',
  'test/commands/lives-of-other-cases.test.ts',
  'test/commands/what-is-printed.test.ts',
  'test/commands/import.test.ts',
  'test/commands/report-send.test.ts',
  'test/commands/report-figures-send.test.ts',
  'test/core/what-has-ended.test.ts',
  'test/store/processes.test.ts',
  'test/commands/spellings-in-documents.test.ts',
  'test/commands/month.test.ts',
  'test/commands/report-cover.test.ts',
  'test/mail/nights.test.ts',
  'test/core/properties.test.ts',
  'test/mail/deliver.test.ts',
  'test/store/open.test.ts',
  'test/documents/libreoffice.test.ts',
  'test/commands/meeting-sheet.test.ts',
  'test/commands/not-invite.test.ts',
  'test/commands/without-end.test.ts',
  'test/commands/schedule.test.ts',
  'test/core/engine.test.ts',
  'test/mail/send.test.ts',
  'test/documents/without-end.test.ts',
  'test/documents/fill.test.ts',
  'test/documents/html.test.ts',
  'test/documents/docx.test.ts',
  'test/law/spoilt-files.test.ts',
  'test/core/before-a-thing.test.ts',
  'test/commands/settings-check.test.ts',
  'test/commands/read-once.test.ts',
  'test/store/struck.test.ts',
  'test/reports/numbers.test.ts',
  'test/reports/figures-workbook.test.ts',
  'test/commands/export-ssd-database.test.ts',
  'test/commands/export-annex-a.test.ts',
  'test/commands/export-calendar.test.ts',
  'test/commands/due-bundle.test.ts',
  'test/mail/processes.test.ts',
  'test/commands/names.test.ts',
  'test/store/the-file.test.ts',
  'test/store/killed.test.ts',
  'test/store/drivers.test.ts',
  'test/packaged.test.ts',
  'test/commands/leaving.test.ts',
  'test/exchange/twice.test.ts',
  'test/commands/settings-holidays.test.ts',
  'test/exchange/ssda903-fake.test.ts',
  'test/core/calendar.test.ts',
  'test/core/dates.test.ts',
  'test/commands/days.test.ts',
  'test/commands/review-early-questions.test.ts',
  'test/commands/completion.test.ts',
  'test/mail/server.test.ts',
  'test/ui/as-typed.test.ts',
] as const;

/** What a person runs while working: the pure core, the law, the words and the papers. No database is opened. */
export const FAST = [
  'test/house.test.ts',
  'test/coverage.test.ts',
  'test/recording/{steps,guide}.test.ts',
  'test/{core,ui}/**/*.test.ts',
  'test/law/!(councils).test.ts',
  'test/documents/**/*.test.ts',
  'test/exchange/{csv,ssda903-*}.test.ts',
  'test/reports/private-text.test.ts',
] as const;

/** Starts the dear files first, in the order of the list, and those that were long last time before the rest. */
export class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order: readonly string[] = SLOW;
    const place = ({ moduleId }: TestSpecification): number => {
      const at = order.indexOf(relative(this.ctx.config.root, moduleId));
      return at < 0 ? order.length : at;
    };
    // Those of one place stay as they were put: files that took long, or are large, first.
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
