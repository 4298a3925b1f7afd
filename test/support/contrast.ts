/** How well colours stand out from each other. */

/** How much two colours differ, as WCAG reckons it. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [one, other].map(brightness).sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function brightness(colour: string): number {
  const [red, green, blue] = colour.match(/[\d.]+/g)!.map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
