/** The parts of a Word file that hold its pictures, each as it is drawn and, for older Word, of points. */
import type { Picture } from '../pictures/drawings';
import { toPng } from '../pictures/to-png';
import { toSvg } from '../pictures/to-svg';
import { pictureIds } from './framed';
import { bytesPart, textPart, type ZipPart } from './zip';

const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const ENDINGS: Readonly<Record<string, string>> = { png: 'image/png', svg: 'image/svg+xml' };

/** The parts, and what refers to them. */
export function picturePartsOf(names: readonly Picture[]): {
  readonly parts: readonly ZipPart[];
  readonly relations: string;
} {
  const relation = (id: string, name: string): string =>
    `<Relationship Id="${id}" Type="${IMAGE}" Target="media/irotool-${name}"/>`;
  return {
    parts: names.flatMap((name) => [
      bytesPart(`word/media/irotool-${name}.png`, toPng(name)),
      textPart(`word/media/irotool-${name}.svg`, toSvg(name, 'width="192" height="192"')),
    ]),
    relations: names
      .map((name) => {
        const { points, drawn } = pictureIds(name);
        return relation(points, `${name}.png`) + relation(drawn, `${name}.svg`);
      })
      .join(''),
  };
}

/** The list of kinds of parts, with those of pictures among them. */
export function withPictureTypes(types: string): string {
  const missing = Object.entries(ENDINGS).filter(
    ([ending]) => !new RegExp(`<Default\\s[^>]*Extension="${ending}"`, 'i').test(types),
  );
  const added = missing.map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  return types.replace(/(<Types\b[^>]*>)/, `$1${added.join('')}`);
}
