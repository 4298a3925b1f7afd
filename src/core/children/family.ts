/** Roles of the birth family. */
export const BIRTH_FAMILY: readonly string[] = ['parent', 'relative'];
