/** A drawing as SVG. Pure. */
import { DRAWINGS, type DrawnShapes, INK_COLOUR, type Picture, type Shape, SIDE, STROKE } from './drawings';

const figure = (value: number): string => String(Math.round(value * 10) / 10);

function shapeSvg(shape: Shape): string {
  const fill = shape.fill ?? 'none';
  if ('circle' in shape) {
    const [x, y] = shape.circle;
    return `<circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(shape.r)}" fill="${fill}"/>`;
  }
  const path = shape.line.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${figure(x)} ${figure(y)}`).join('');
  return `<path d="${path}${shape.closed ? 'Z' : ''}" fill="${fill}"/>`;
}

/** Only what is drawn: `attributes` say how large it is and what it is called. */
export function toSvg(name: Picture, attributes: string): string {
  const { shapes }: DrawnShapes = DRAWINGS[name];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" ${attributes}><g stroke="${INK_COLOUR}" stroke-width="${STROKE}" stroke-linecap="round" stroke-linejoin="round">${shapes.map(shapeSvg).join('')}</g></svg>`;
}
