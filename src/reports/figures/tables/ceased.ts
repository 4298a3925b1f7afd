/** Children who left care in a period: why, and whether they had been reviewed. */
import { codeFirst } from '../../../law/shipped';
import { STOCK, type TableOf } from '../model';
import type { TimeInCare } from './care';
import { every, those } from './shares';

export const CEASED: TableOf<TimeInCare> = {
  id: 'ceased',
  title: 'Children who left care',
  by: {
    head: 'Reason',
    row: ({ reason }) => reason && codeFirst('reason-ceased', reason),
  },
  hasTotal: true,
  groups: STOCK,
  columns: [
    every('left', 'Left', 'Times that a child ceased to be looked after in the period.'),
    those('unplanned', 'Unplanned', 'Those that were not planned.', ({ unplanned }) => unplanned),
    those(
      'reviewed',
      'Reviewed',
      'Those with at least one review before the child left.',
      ({ reviewed }) => reviewed,
    ),
    those(
      'reviewed-after',
      'Reviewed after it',
      'Those whose unplanned ending was reviewed.',
      ({ exitReview }) => exitReview,
    ),
  ],
};

/** Those that the table of endings is about. */
export const hasLeft = ({ endedOn }: TimeInCare): boolean => endedOn !== null;
