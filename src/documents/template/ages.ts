/** What a document may ask of a child's age. Pure. */

/** The answer to each question, of a child of that age; no to all if it is not known. */
export function ofAge(age: number | null) {
  const isFrom = (first: number, last: number): boolean => age !== null && age >= first && age <= last;
  return {
    isUnder2: isFrom(0, 1),
    isUnder4: isFrom(0, 3),
    isUnder5: isFrom(0, 4),
    isUnder8: isFrom(0, 7),
    is8to12: isFrom(8, 12),
    isYoung: isFrom(13, 25),
    isOver16: isFrom(16, 25),
  };
}
