/** Fixes for passages without a certain place: take one of the places that could be meant, or give up. */
import { planReanchoring, reanchorOperation, type Place } from '../operations/reanchorPlan';
import { REASONS } from '../operations/reanchorWords';
import { quoted } from '../outline/words';
import { locatedAt } from '../store/locate';
import type { AnnotationRecord } from '../store/store';
import { certainSpan } from '../text/certainty';
import { cutAfter, isWordEdge } from '../text/cut';
import { placesOf } from '../text/occurrences';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { byOperations, type Fix } from './fix';
import { nearestPlace } from './nearestPlace';
import type { AnchoredTarget, CheckedFile } from './rule';

/** More would not be read. */
const MOST_PLACES = 5;
/** Code points behind a place that tell it from others in its line. */
const SHOWN = 20;

/** One fix for each place that could be meant; a new wording that is the only candidate is preferred. */
export function candidateFixes(file: CheckedFile, target: AnchoredTarget): readonly Fix[] {
  const { source } = file;
  const record = recordOf(file, target);
  if (source === undefined || record === undefined) return [];
  const [plan] = planReanchoring(source, [locatedAt(record, target.anchorings)]);
  const proposals = plan?.proposals.slice(0, MOST_PLACES) ?? [];
  const isSure = target.anchoring.kind === 'similar' && proposals.length === 1;
  const where = wordsOfPlaces(source, proposals);
  return proposals.map((place, index) => {
    const isNew = place.reason === 'words-changed';
    const verb = isNew ? 'Accept the new wording' : 'Re-anchor to';
    const why = isSure && isNew ? '' : `: ${REASONS[place.reason]}`;
    const title = `${verb} ${quoted(place.words)} ${where[index] ?? ''}${why}`;
    return placing(file, record, place, title, isSure);
  });
}

/** Other places with the same words, the nearest to where they were first. */
export function sameWordsFixes(file: CheckedFile, target: AnchoredTarget): readonly Fix[] {
  const { source } = file;
  const record = recordOf(file, target);
  const exact = target.annotation.targets[target.index]?.exact ?? '';
  if (source === undefined || record === undefined || exact === '') return [];
  const others = target.anchorings.map(certainSpan);
  if (others.some((span, index) => span === undefined && index !== target.index)) return [];
  const { start: near } = nearestPlace(source, target, file.targets);
  const starts = wholePlacesOf(source.text, exact).toSorted(
    (a, b) => Math.abs(a - near) - Math.abs(b - near),
  );
  const places = starts.slice(0, MOST_PLACES).map((start) => {
    const here = { start, end: start + exact.length };
    const spans = others.flatMap((span, index) => (index === target.index ? [here] : (span ?? [])));
    return { spans, words: exact, line: source.lines.positionAt(start).line + 1 };
  });
  const where = wordsOfPlaces(source, places);
  return places.map((place, index) => {
    const title = `Re-anchor to ${quoted(exact)} ${where[index] ?? ''}: the same words`;
    return placing(file, record, place, title);
  });
}

/** Where the annotation certainly is now, written anew. */
export function placeAnew(
  file: CheckedFile,
  target: AnchoredTarget,
  spans: readonly Span[],
  title: string,
): readonly Fix[] {
  const record = recordOf(file, target);
  if (record === undefined) return [];
  return [placing(file, record, { spans, words: '', line: 0 }, title, true)];
}

/** Deletes the annotation; never preferred, because it is work that would be lost. */
export function deletion(file: CheckedFile, { annotation }: AnchoredTarget): readonly Fix[] {
  const source = file.metadata?.path;
  if (source === undefined) return [];
  const title = `Delete the annotation ${quoted(annotation.targets[0].exact)}`;
  return [byOperations(title, [{ op: 'delete', id: annotation.id, source }])];
}

/** In which line each is; of several in one line also before what words, or in what column. */
function wordsOfPlaces(source: SourceText, places: readonly Place[]): readonly string[] {
  const { text, lines } = source;
  const described = places.map(({ spans, line }) => {
    const end = spans.at(-1)?.end ?? 0;
    const isAlone = places.filter((other) => other.line === line).length === 1;
    if (isAlone) return `in line ${line}`;
    const rest = text.slice(end, cutAfter(text, end, SHOWN)).trim();
    return `in line ${line} before ${quoted(rest)}`;
  });
  return described.map((each, index) => {
    const start = places[index]?.spans[0]?.start ?? 0;
    const isAlone = described.filter((other) => other === each).length === 1;
    return isAlone ? each : `${each} (column ${lines.positionAt(start).character + 1})`;
  });
}

function placing(
  file: CheckedFile,
  record: AnnotationRecord,
  place: Place,
  title: string,
  isPreferred = false,
): Fix {
  const { source } = file;
  if (source === undefined) return byOperations(title, [], isPreferred);
  const operation = reanchorOperation(record.source, source, [{ record, place }]);
  return byOperations(title, [operation], isPreferred);
}

function recordOf(file: CheckedFile, { annotation }: AnchoredTarget): AnnotationRecord | undefined {
  const { metadata, path } = file;
  return metadata && { kind: 'annotation', annotation, source: metadata.path, path };
}

/** UTF-16 offsets of the words, as whole words where they stand so anywhere. */
function wholePlacesOf(text: string, words: string): readonly number[] {
  const starts = placesOf(text, words);
  const whole = starts.filter(
    (start) => isWordEdge(text, start) && isWordEdge(text, start + words.length),
  );
  return whole.length > 0 ? whole : starts;
}
