/** `child status`: another legal status, or court proceedings that begin or end. Its steps are in steps/care.ts. */

import { ofChild } from '../../recording/steps/of-child';
import { STATUS } from '../../steps/care';

export const status = ofChild(STATUS);
