/** Words among the properties of a Word file, which word processors keep. */
import { escaped } from './parts';
import { before } from './styles';

const KEYWORDS = /<(?:\w+:)?keywords\b[^>]*?(?:\/>|>([^<]*)<\/(?:\w+:)?keywords>)/;
const END = '</cp:coreProperties>';

/** The properties with these keywords, and with no others. */
export function withKeywords(properties: string, keywords: string | undefined): string {
  if (keywords === undefined) return properties;
  return before(properties.replace(KEYWORDS, ''), END, `<cp:keywords>${escaped(keywords)}</cp:keywords>`);
}

/** The keywords that properties have; '' if there are none. */
export const keywordsIn = (properties: string): string => KEYWORDS.exec(properties)?.[1] ?? '';
