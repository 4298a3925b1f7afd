/** `iro named`, `iro told` and `iro informed`. What they record is in steps/iro.ts. */
import { CHILD_TOLD, IRO_NAMED, IRO_TOLD } from '../../steps/iro';
import { oneOfChild } from '../steps/of-child';

export { show } from './show';

export const named = oneOfChild(IRO_NAMED);
export const told = oneOfChild(CHILD_TOLD);
export const informed = oneOfChild(IRO_TOLD);
