/** All the words of a document, without their looks: what is looked through before it goes to anyone. Pure. */
import { type Block, type DocumentModel, textWithLinks } from './model';

/** The title and every piece of the body, in order; not what stands around a letter. */
export function textsOf({ title, blocks }: Pick<DocumentModel, 'title' | 'blocks'>): string[] {
  return [title, ...blocks.flatMap(textsIn)];
}

function textsIn(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'idea':
      return [textWithLinks(block.children)];
    case 'list':
      return block.items.flatMap((item) => item.flatMap(textsIn));
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.map(textWithLinks));
    case 'summary':
      return block.blocks.flatMap(textsIn);
    default:
      return [];
  }
}
