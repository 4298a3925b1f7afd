/** `iro named`, `iro told` and `iro informed`. What they record is in steps/iro.ts. */
import { CHILD_TOLD, IRO_NAMED, IRO_TOLD } from '../../steps/iro';
import { ofChild } from '../steps/of-child';

export { show } from './show';

export const named = ofChild(IRO_NAMED);
export const told = ofChild(CHILD_TOLD);
export const informed = ofChild(IRO_TOLD);
