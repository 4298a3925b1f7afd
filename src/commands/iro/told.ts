/** `iro named`, `iro told` and `iro informed`. What they record is in steps/iro.ts. */
import { CHILD_TOLD, IRO_NAMED, IRO_TOLD } from '../../steps/iro';
import { ofChild } from '../steps/of-child';

export { show } from './show';

export const named = ofChild('iro named', [IRO_NAMED]);
export const told = ofChild('iro told', [CHILD_TOLD]);
export const informed = ofChild('iro informed', [IRO_TOLD]);
