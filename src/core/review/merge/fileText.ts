/** What of a file's bytes is no line of it: line ends, the byte order mark, the break of the last line. */

/** How the lines of a file are written. */
export interface TextForm {
  readonly bom: boolean;
  /** Where both kinds of line ends occur, the more frequent one. */
  readonly crlf: boolean;
  readonly finalBreak: boolean;
}

export interface PlainText {
  /** Every line with a line feed alone at its end, the last one too; without a byte order mark. */
  readonly text: string;
  readonly form: TextForm;
}

const BOM = '\ufeff';

export function plainText(raw: string): PlainText {
  const bom = raw.startsWith(BOM);
  const own = bom ? raw.slice(1) : raw;
  const crlf = hasReturns(own);
  const unix = own.includes('\r\n') ? own.replaceAll('\r\n', '\n') : own;
  const finalBreak = unix.endsWith('\n');
  return { text: finalBreak ? unix : `${unix}\n`, form: { bom, crlf, finalBreak } };
}

function hasReturns(text: string): boolean {
  const returns = text.split('\r\n').length - 1;
  return returns > 0 && 2 * returns >= text.split('\n').length - 1;
}

/** Of each trait the one that a side changed; the one without returns and marks where there was no base. */
export function mergedForm(base: TextForm | undefined, ours: TextForm, theirs: TextForm): TextForm {
  const pick = (trait: (form: TextForm) => boolean, unlikely: boolean): boolean => {
    const [one, other] = [trait(ours), trait(theirs)];
    if (one === other) return one;
    return base === undefined ? !unlikely : !trait(base);
  };
  return {
    bom: pick(({ bom }) => bom, true),
    crlf: pick(({ crlf }) => crlf, true),
    finalBreak: pick(({ finalBreak }) => finalBreak, false),
  };
}

export function written(text: string, { bom, crlf, finalBreak }: TextForm): string {
  const own = finalBreak || !text.endsWith('\n') ? text : text.slice(0, -1);
  return (bom ? BOM : '') + (crlf ? own.replaceAll('\n', '\r\n') : own);
}
