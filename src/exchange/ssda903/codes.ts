/**
 * The codes of the SSDA903 that the import must understand: those valid in 2026/27, and older
 * ones that long-kept episodes still carry. Labels are not needed here, so there are none.
 */
import { LEGAL_STATUS_CODES, PARTICIPATION_CODES } from '../../core/events/codes';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Why an episode began: S started, P L T B U what changed. */
export const REASONS_FOR_NEW_EPISODE = words('S P L T B U');
export const LEGAL_STATUSES: ReadonlySet<string> = new Set(LEGAL_STATUS_CODES);
export const REVIEW_CODES: ReadonlySet<string> = new Set(PARTICIPATION_CODES);

/** H5, P2 and Z1 were placements until they were replaced by later codes. */
export const PLACEMENTS = words(
  'A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z11 Z12 Z13 Z14 H5 P2 Z1',
);
export const REASONS_EPISODE_CEASED = words(
  'E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17 X1',
);
export const ETHNICITIES = words(
  'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
);
/** 1 and 2 were used until 2023/24. */
export const SEXES: Readonly<Record<string, string>> = { M: 'M', F: 'F', U: 'U', 1: 'M', 2: 'F' };

/** The episode ended and another began: care went on. */
export const CARE_GOES_ON = 'X1';
/** The placement changed; with P and B so did the carers. */
export const PLACEMENT_CHANGED = words('P T B U');
export const CARERS_CHANGED = words('P B');
export const CARERS_THE_SAME = words('T U');
export const LEGAL_STATUS_CHANGED = words('L B U');
export const LONG_TERM_FOSTERING = words('U1 U4');
export const PLACED_FOR_ADOPTION = words('A3 A4 A5 A6');
/** Of those, with the foster carers whom the child was with. */
export const WITH_THE_SAME_CARERS = words('A3 A5');
export const ADOPTED = words('E11 E12');
/** Each stay of a series of short breaks is a period of its own. */
export const SERIES = 'V3';
