/**
 * Makes templates/letterhead.docx, the plain letterhead of a unit that has not made its own in Word.
 *
 *   npm run letterhead
 *
 * An empty line in the header for a council's name or crest, and `{{body}}`. The foot of each page is written with each letter.
 * The sides are as wide as the address in the window of an envelope stands from the left.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Document, Header, LineRuleType, Packer, Paragraph } from 'docx';

const FILE = fileURLToPath(new URL('../templates/letterhead.docx', import.meta.url));
// Twentieths of a point; the size of letters is in halves of one.
const CENTIMETRE = 567;
const A4 = { width: 11_906, height: 16_838 };

const heading = (size, outlineLevel) => ({
  run: { size, bold: true, color: '000000' },
  paragraph: { keepNext: true, outlineLevel, spacing: { before: 240, after: 120 } },
});

const letterhead = new Document({
  title: 'Letterhead',
  creator: 'irotool',
  lastModifiedBy: 'irotool',
  styles: {
    default: {
      document: {
        run: { font: 'Arial', size: 24, language: { value: 'en-GB' } },
        paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(32, 0),
      heading2: heading(28, 1),
      heading3: heading(24, 2),
    },
  },
  sections: [
    {
      properties: {
        page: {
          size: A4,
          margin: {
            top: 2.5 * CENTIMETRE,
            bottom: 2 * CENTIMETRE,
            left: 2 * CENTIMETRE,
            right: 2 * CENTIMETRE,
          },
        },
      },
      headers: { default: new Header({ children: [new Paragraph('')] }) },
      children: [new Paragraph('{{body}}')],
    },
  ],
});

writeFileSync(FILE, await Packer.toBuffer(letterhead));
