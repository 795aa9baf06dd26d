/** The part of the `edtf` package that is used here; it brings no types of its own. */
declare module 'edtf' {
  /** Parses an Extended Date/Time Format string, levels 0 to 2. Throws when it is not one. */
  export function parse(input: string): unknown;
}
