/** What is to be annotated in a source and is not yet: names of known entities, unknown names, times. */
import { isLength } from '../dates/sequence';
import { guessTypes } from '../matching/guessType';
import { nameForm } from '../matching/newAlias';
import { kindOf } from '../model/annotation';
import type { SourceMetadata } from '../model/records';
import type { Rejection } from '../model/rejection';
import type { Schema } from '../model/schema';
import type { LocatedAnnotation } from '../store/locate';
import { declaredBody, shiftsOf } from '../text/bodyParts';
import type { SourceText } from '../text/sourceText';
import { compareSpans, type Span } from '../text/span';
import { allSteps } from '../text/steps';
import { KnownNames } from './knownNames';
import type { ProjectNames } from './projectNames';
import { Rejected } from './rejected';
import { Spans } from './spans';
import type { Suggestion, TimeExpression, UnknownName } from './suggestion';
import { Findings } from './findings';

export interface SuggestionInput {
  readonly text: SourceText;
  /** The annotations of the source with their places. */
  readonly located: readonly LocatedAnnotation[];
  readonly rejections: readonly Rejection[];
  readonly names: ProjectNames;
  readonly schema: Schema;
  readonly metadata: SourceMetadata | undefined;
  /** How often each entity is mentioned in the project, to tell the likeliest of several. */
  readonly uses?: ReadonlyMap<string, number>;
  /** What is found in the text alone, kept by callers that ask again for the same text. */
  readonly findings?: Findings;
}

/** How much of the text in front of a name is looked at for its type. */
const BEFORE = 80;
const NAMES_IN_STEP = 128;

/**
 * In text order, none overlapping another. Never a passage that overlaps a mention or a time annotation,
 * whatever its status, never a rejected one, and only inside the body when the source declares one. A name
 * inside a longer passage of an event or a statement is suggested.
 */
export function suggestionsIn(input: SuggestionInput): readonly Suggestion[] {
  return allSteps(suggestionsStepwise(input));
}

/** The same in steps, for hosts that must not be held up by a long text; `findings` may be prepared before. */
export function* suggestionsStepwise(
  input: SuggestionInput,
): Generator<undefined, readonly Suggestion[]> {
  const { text, located, schema, metadata } = input;
  const findings = input.findings ?? new Findings(text);
  const rejected = new Rejected(text, input.rejections);
  const annotated = new Spans(
    located.flatMap(({ record, spans }) => {
      const kind = kindOf(record.annotation);
      return kind === 'mention' || kind === 'time' ? spans : [];
    }),
  );
  const declared = declaredBody(
    text,
    metadata,
    located.flatMap(({ record, anchorings }) => shiftsOf(text, record.annotation, anchorings)),
  );
  const body = declared && new Spans(declared);
  const isOpen = (span: Span): boolean =>
    !annotated.overlap(span) && (body === undefined || body.contain(span));

  yield;
  const known = new KnownNames(input, findings, rejected);
  const names = known.suggestions().filter(({ span }) => isOpen(span));
  yield;
  const taken = new Spans(names.map(({ span }) => span));
  const unknown: UnknownName[] = [];
  for (const [index, { start, end, weak }] of findings.names.entries()) {
    if (index % NAMES_IN_STEP === NAMES_IN_STEP - 1) yield;
    const span = { start, end };
    if (!isOpen(span) || taken.overlap(span) || rejected.isNoName(span)) continue;
    const name = nameForm(text.text.slice(start, end));
    const before = text.text.slice(Math.max(0, start - BEFORE), start);
    const [type] = guessTypes(schema, name, before, NO_USES);
    unknown.push({
      kind: 'unknown',
      span,
      name,
      ...(type === undefined ? {} : { type }),
      ...(weak
        ? { confidence: 'doubtful', doubt: 'capitalised here anyway' }
        : { confidence: 'likely', doubt: 'no entity has this name' }),
    });
  }
  yield;
  const named = new Spans([...names, ...unknown].map(({ span }) => span));
  const times = findings
    .times(metadata?.published)
    .flatMap(({ span, value }): readonly TimeExpression[] => {
      if (!isOpen(span) || named.overlap(span) || rejected.isNoTime(span)) return [];
      if (value === undefined && isLength(text.text.slice(span.start, span.end))) return [];
      return [{ kind: 'time', span, ...(value === undefined ? UNDATED : { value, ...SURE }) }];
    });
  return [...names, ...unknown, ...times].sort((a, b) => compareSpans(a.span, b.span));
}

const NO_USES: ReadonlyMap<string, number> = new Map();
const SURE = { confidence: 'sure' } as const;
const UNDATED = { confidence: 'likely', doubt: 'the text does not tell the date' } as const;
