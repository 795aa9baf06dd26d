/** What may stand between the words of a name. */
import { type Characters, NOTHING, SPACE } from './characters';

export interface Gap {
  readonly end: number;
  readonly breaks: number;
}

/** The spaces from `from` on, invisible characters among them: where they end, and how many line breaks they have. */
export function gapAt(characters: Characters, text: string, from: number): Gap {
  let end = from;
  let breaks = 0;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    const unit = characters.fold(code);
    if (unit !== SPACE && unit !== NOTHING) break;
    if (code === PARAGRAPH) breaks += 2;
    else if (isLineBreak(code) && !(code === LF && text.charCodeAt(end - 1) === CR)) breaks += 1;
  }
  return { end, breaks };
}

const [LF, CR] = [0x0a, 0x0d];
const PARAGRAPH = 0x2029;

function isLineBreak(code: number): boolean {
  return (code >= LF && code <= CR) || code === 0x85 || code === 0x2028;
}
