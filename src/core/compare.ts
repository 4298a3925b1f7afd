/** The order of two texts by their signs, as dates and references are sorted. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
