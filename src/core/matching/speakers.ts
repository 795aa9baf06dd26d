/** Who says what is quoted: the entities that the text mentions, the likeliest speaker first. */
import type { Schema } from '../model/schema';
import { isKindOf } from '../schema/lookup';
import { paragraphAt, sentencesAround } from '../text/sentences';
import { contains, overlaps, type Span } from '../text/span';
import type { Mention } from './nearby';

const VERB =
  '(?:said|says?|saying|told|tells|adds?|added|adding|stat(?:ed|es|ing)|announc(?:ed|es|ing)|assur(?:ed|es)|insist(?:ed|s)|remark(?:ed|s)|not(?:ed|es|ing)|describ(?:ed|es)|report(?:ed|s|ing)|declar(?:ed|es)|claim(?:ed|s)|warn(?:ed|s)|wrote|writes|tweeted|comment(?:ed|ing)|according to)';
/** After the name: `Xi added`, `Dmitry Peskov, Kremlin spokesperson, commented`. */
const VERB_AFTER = new RegExp(`^(?:[^.\\n“”"]{0,60}[\\s,])?${VERB}\\b`, 'i');
/** Before the name: `added Yu Jun`, `said Chinese spokeswoman Hua Chunying`. */
const VERB_BEFORE = new RegExp(`\\b${VERB}(?:\\s[^.\\n“”",]{0,40})?\\s$`, 'i');
const REACH = 80;

const PERSON = 60;
const BODY = 20;
const NEXT_TO_VERB = 60;
const FIRST_IN_SENTENCE = 40;
const SENTENCE = 100;
const PARAGRAPH = 40;
const INSIDE = -50;
/** One point less for so many code units of distance. */
const DISTANCE = 50;

/** Each entity once; `typeOf` gives its type. */
export function likelySpeakers(
  text: string,
  passage: Span,
  mentions: readonly Mention[],
  schema: Schema,
  typeOf: (id: string) => string | undefined,
): readonly string[] {
  const sentence = sentencesAround(text, passage);
  const paragraph = paragraphAt(text, passage.start);
  const said = saidIn(text, passage, sentence);
  const outside = mentions.filter(({ span }) => contains(sentence, span) && !overlaps(span, said));
  const first = outside.reduce((least, { span }) => Math.min(least, span.start), Infinity);
  const scores = new Map<string, number>();
  for (const { entity, span } of mentions) {
    const score =
      zoneScore(span, said, sentence, paragraph) +
      typeScore(schema, typeOf(entity)) +
      (isNextToVerb(text, span, said) ? NEXT_TO_VERB : 0) +
      (span.start === first ? FIRST_IN_SENTENCE : 0) -
      Math.max(0, span.start - said.end, said.start - span.end) / DISTANCE;
    scores.set(entity, Math.max(score, scores.get(entity) ?? -Infinity));
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([entity]) => entity);
}

/** What is said: the passage, but nothing of it when it is whole sentences that tell who says what. */
function saidIn(text: string, passage: Span, sentence: Span): Span {
  const rest = text.slice(sentence.start, passage.start) + text.slice(passage.end, sentence.end);
  return /[\p{L}\p{N}"“”«»„]/u.test(rest) ? passage : { start: passage.start, end: passage.start };
}

function zoneScore(span: Span, passage: Span, sentence: Span, paragraph: Span): number {
  if (overlaps(span, passage)) return INSIDE;
  if (contains(sentence, span)) return SENTENCE;
  return contains(paragraph, span) ? PARAGRAPH : 0;
}

function typeScore(schema: Schema, type: string | undefined): number {
  if (type === undefined) return 0;
  if (isKindOf(schema, type, 'person')) return PERSON;
  return ['organisation', 'group'].some((each) => isKindOf(schema, type, each)) ? BODY : 0;
}

function isNextToVerb(text: string, { start, end }: Span, passage: Span): boolean {
  if (overlaps({ start, end }, passage)) return false;
  const limit = start < passage.start ? passage.start : text.length;
  const floor = end > passage.end ? passage.end : 0;
  return (
    VERB_AFTER.test(text.slice(end, Math.min(limit, end + REACH))) ||
    VERB_BEFORE.test(text.slice(Math.max(floor, start - REACH), start))
  );
}
