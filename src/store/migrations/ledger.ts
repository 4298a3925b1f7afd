/** The ledger by address however it is written, as it is asked: else every report that ever went is read for each recipient. */
export const LEDGER = (): string => `
  DROP INDEX outbox_ledger;
  CREATE INDEX outbox_ledger ON outbox (report, recipient COLLATE NOCASE, day);
`;
