/** What a field of the dictionary may be, and the type of what a document is given for it. */

/** A field that says `V`: what it is, and the command that supplies it, with REF for the child. */
interface Entry<V> {
  readonly about: string;
  readonly supplied: string;
  readonly is: 'text' | 'always' | 'yes' | 'list';
  /** Of what a list holds. */
  readonly parts?: Entries;
  /** The settings of which any one supplies it. */
  readonly anyOf?: readonly string[];
  /** The field that is needed for it. */
  readonly sameAs?: string;
  /** Nothing has it: it says what the type of the value is. */
  readonly says?: V;
}

/** Fields by their names, nested as their paths are. */
export interface Entries {
  readonly [name: string]: Entry<unknown> | Entries;
}

/** What a document must be given for some fields: each is there, or null. */
export type DataOf<F> = {
  readonly [K in keyof F]:
    | (F[K] extends Entry<infer V> ? Exclude<V, undefined> : DataOf<F[K]>)
    | null
    | undefined;
};

export const isEntry = (field: Entry<unknown> | Entries): field is Entry<unknown> =>
  typeof field.about === 'string';

const ofKind =
  <V>(is: Entry<V>['is']) =>
  (about: string, supplied: string): Entry<V> => ({ about, supplied, is });

export const text = ofKind<string | number>('text');
/** The machinery always supplies it: it needs no condition. */
export const always = ofKind<string | number>('always');
/** Only for a condition: it has no words. */
export const yes = ofKind<boolean>('yes');
export const texts = ofKind<readonly string[]>('list');

export const list = <P extends Entries>(
  about: string,
  supplied: string,
  parts: P,
): Entry<readonly DataOf<P>[]> => ({
  about,
  supplied,
  is: 'list',
  parts,
});

/** A field as it is found by its path. */
export interface Field {
  /** `child.called`; of what a list holds, `attending[].called`. */
  readonly path: string;
  /** What it is, in a few words. */
  readonly about: string;
  /** The command that supplies it, with REF for the child. */
  readonly supplied: string;
  readonly list?: true;
  /** Only for a condition: it has no words. */
  readonly yesNo?: true;
  /** The settings of which any one supplies it. */
  readonly anyOf?: readonly string[];
  /** The field that is needed for it. */
  readonly sameAs?: string;
  /** The machinery always supplies it: it needs no condition. */
  readonly always?: true;
}
