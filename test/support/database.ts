/** Opens a database file as it is, past all that irotool does when it opens one; by the library of this run. */
export { driverInUse, open as openFile } from '../../src/store/driver/choice';
export type { Db } from '../../src/store/driver/database';
