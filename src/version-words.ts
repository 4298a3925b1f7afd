/** What `irotool --version` prints: irotool's own, and below it what opens its databases. */
import { UserError } from './errors';
import { driverInUse } from './store/driver/choice';

/** Set by the build from package.json. */
declare const IROTOOL_VERSION: string;

/** Two lines. That no database can be opened is said in the second. */
export function versionWords(): string {
  return `${IROTOOL_VERSION}\n${opensBy()}\n`;
}

function opensBy(): string {
  const node = `Node ${process.versions.node}`;
  try {
    const { library, sqlite } = driverInUse();
    return `${node}; databases are opened by ${library} (SQLite ${sqlite})`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${node}; ${error.message}`;
  }
}
