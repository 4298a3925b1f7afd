/** Commands as they are typed at the shell of this machine. */
import { asTypedFor, quotedFor, type Shell, wordsTyped } from '../core/as-typed';

const SHELL: Shell = process.platform === 'win32' ? 'powershell' : 'sh';

/** A word of a command as it is typed: as it is if the shell takes it so, else in quotation marks. */
export const asTyped = (word: string): string => asTypedFor(word, SHELL);

/** A name, which stands in quotation marks in any case. */
export const quotedName = (name: string): string => quotedFor(name, SHELL);

/** The words of a command as the shell parts them, without `irotool`. */
export const wordsOfCommand = (command: string): ReturnType<typeof wordsTyped> => wordsTyped(command, SHELL);
