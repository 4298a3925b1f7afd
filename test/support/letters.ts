/** A unit that can write letters: settings, and one child whose review is planned for nine people. */
import { expect } from 'vitest';
import { type Run, type Unit, unit } from './harness';

const LINES = [
  'settings set unit.name Reviewing Unit',
  'settings set unit.address "West Offices, Station Rise, York YO1 6GA"',
  'settings set unit.telephone 01904 551000',
  'settings set unit.email unit@testshire.gov.uk',
  'settings set signatory.name Pat Admin',
  'new-review --ref K1 --name "Siân O\'Brien" --born 2015-05-02 --looked-after 2026-03-02 --basis V2 --iro "A Khan" --social-worker "S Worker" --placement U6 --yes',
  'child link K1 "Jane O\'Brien" --role parent --relationship mother --responsibility yes --email jane@example.org --address "1 High Street, York"',
  'child link K1 "Dan Roe" --role parent --relationship father --responsibility yes',
  'child link K1 "Beth Ames" --role carer --tag carer --email beth@example.org',
  'child link K1 "M Teach" --role teacher --email teach@school.sch.uk',
  'child link K1 "Sue Pervisor" --role supervising-social-worker --email sue@agency.example',
  'child link K1 "A Voice" --role advocate --email voice@example.org',
  'child link K1 "V Isitor" --role independent-visitor --email v@example.org',
  'child link K1 "D Doctor" --role health --relationship GP --email gp@nhs.net',
];

/** Nobody but the people: no meeting is planned yet. */
export function letterUnit(...more: readonly string[]): Promise<Unit> {
  return unit(
    'york',
    [...LINES, ...more].map((line) => `${line} --today 2026-03-02`),
  );
}

/** With a meeting. */
export function plannedUnit(): Promise<Unit> {
  return letterUnit('review plan K1 --meeting "27/3 16:30" --venue "School"');
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What a document says. */
export async function read(run: Run, line: string): Promise<string> {
  const { code, out, err } = await run(`letter ${line} --format txt --out -`);
  expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
  return flat(out);
}

/** What stops it. */
export async function stopped(run: Run, line: string): Promise<string> {
  const { code, err } = await run(`letter ${line} --format txt --out -`);
  expect([line, code]).toEqual([line, 1]);
  return flat(err);
}
