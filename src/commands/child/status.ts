/** `child status`: another legal status, or court proceedings that begin or end. Its steps are in steps/care.ts. */
import { STATUS } from '../../steps/care';
import { ofChild } from '../steps/of-child';

export const status = ofChild(STATUS);
