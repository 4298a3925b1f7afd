/** The elements of a part of a Word file, and where each stands in its text, so that one is changed and all else stays as it is. */

export interface Element {
  readonly name: string;
  readonly start: number;
  /** Behind its last sign. */
  end: number;
  readonly children: readonly Element[];
}

/** A comment, an instruction, or a tag with its slash, its name and whether it is closed at once. */
const TAG =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)(?:[^"'>]|"[^"]*"|'[^']*')*?(\/?)>/g;

/** All elements of a text as one that holds them; null if they do not close as they open. */
export function elementsOf(xml: string): Element | null {
  const all: Open = { name: '', start: 0, end: xml.length, children: [] };
  const open = [all];
  for (const { 0: text, 1: slash, 2: name, 3: isClosed, index } of xml.matchAll(TAG)) {
    if (name === undefined) continue;
    const end = index + text.length;
    if (slash) {
      const closed = open.pop()!;
      if (closed.name !== name || open.length === 0) return null;
      closed.end = end;
      continue;
    }
    const found: Open = { name, start: index, end, children: [] };
    open.at(-1)!.children.push(found);
    if (!isClosed) open.push(found);
  }
  return open.length === 1 ? all : null;
}

interface Open extends Element {
  readonly children: Open[];
}

/** The nearest element of a name around a place; null if there is none. */
export function around({ children }: Element, name: string, at: number): Element | null {
  const holder = children.find(({ start, end }) => start <= at && at < end);
  if (holder === undefined) return null;
  return around(holder, name, at) ?? (holder.name === name ? holder : null);
}

/** Those of a name within an element, none within another of them, or in a table that stands in it. */
export const within = ({ children }: Element, name: string): Element[] =>
  children.flatMap((child) =>
    child.name === name ? [child] : child.name === 'w:tbl' ? [] : within(child, name),
  );
