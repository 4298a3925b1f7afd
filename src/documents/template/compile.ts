/** The shipped templates as they are read, for the build to keep: no front matter is read on an ordinary day. */
import { readShelf } from './shelf';
import { type KeptTemplate, toKeep } from './template';

/** Reads the folder of those shipped. Throws with file and line for anything wrong. */
export const compileTemplates = (folder: string): KeptTemplate[] =>
  [...readShelf(folder, null).shipped.values()].map(toKeep);
