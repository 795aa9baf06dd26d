/** The suggestions that a command is about: clicked nodes, given passages, what is asked, or the one at the caret. */
import { isSuggestedPassages, type SuggestedPassages } from '../../core/outline/node';
import { ShownNode } from '../../core/outline/shown';
import { groupOf } from '../../core/suggestions/groups';
import type { Suggestion } from '../../core/suggestions/suggestion';
import { touches } from '../../core/text/span';
import { tell } from '../adapters/failures';
import { offsetIn } from '../adapters/livingChanges';
import type { Found } from '../adapters/suggestions';
import type { Services } from '../services';
import { activeSource } from '../subject';

/** Suggestions of one source, and all that was found in it. */
export interface Suggested {
  readonly found: Found;
  readonly suggestions: readonly [Suggestion, ...Suggestion[]];
}

/** As they are now; absent, with a message, when there is none or when none is suggested any more. */
export async function suggestedBy(
  services: Services,
  node: unknown,
  nodes: unknown,
): Promise<Suggested | undefined> {
  const given = passagesGiven(node, nodes);
  if (given !== undefined) return await suggestedAt(services, given);
  const { asked } = services.suggesting;
  if (asked !== undefined) {
    const { found, suggestion } = asked;
    const { start, end } = suggestion.span;
    const words = found.text.text.slice(start, end);
    return await suggestedAt(services, { source: found.path, passages: [{ start, end, words }] });
  }
  return services.suggesting.isOn ? undefined : await suggestedAtCaret(services);
}

/** With all others of the source that are the same decision. */
export function withAlike({ found, suggestions }: Suggested): Suggested {
  const groups = new Set(suggestions.map((each) => groupOf(each, found.text)));
  const [first, ...more] = found.suggestions.filter((each) =>
    groups.has(groupOf(each, found.text)),
  );
  return first === undefined ? { found, suggestions } : { found, suggestions: [first, ...more] };
}

/** The passages of the selected nodes, when the clicked one is among them, or of the clicked one. */
export function passagesGiven(node: unknown, nodes: unknown): SuggestedPassages | undefined {
  const isOneOfMany = Array.isArray(nodes) && nodes.includes(node);
  const listed: readonly unknown[] = isOneOfMany ? nodes : [node];
  const given = listed.flatMap((each) => passagesOfNode(each) ?? []);
  const [first] = given;
  if (first === undefined) return undefined;
  const own = given.filter(({ source }) => source === first.source);
  return { source: first.source, passages: own.flatMap(({ passages }) => passages) };
}

function passagesOfNode(node: unknown): SuggestedPassages | undefined {
  if (node instanceof ShownNode) return node.node.suggested;
  return isSuggestedPassages(node) ? node : undefined;
}

async function suggestedAt(
  services: Services,
  { source, passages }: SuggestedPassages,
): Promise<Suggested | undefined> {
  const document = services.folder.documentOf(source);
  const found = document && (await services.suggestions.current(document));
  const wanted = new Map(passages.map(({ start, end, words }) => [`${start}-${end}`, words]));
  const [first, ...more] = (found?.suggestions ?? []).filter(({ span: { start, end } }) => {
    const words = wanted.get(`${start}-${end}`);
    return words !== undefined && words === found?.text.text.slice(start, end);
  });
  if (found !== undefined && first !== undefined) return { found, suggestions: [first, ...more] };
  tell('This is not suggested any more: the text or the annotations have changed.');
  return undefined;
}

async function suggestedAtCaret(services: Services): Promise<Suggested | undefined> {
  const active = activeSource(services);
  if (active === undefined) return undefined;
  const { document, selection } = active.editor;
  const found = await services.suggestions.current(document);
  const caret = offsetIn(document, selection.active);
  const here = found?.suggestions.find(({ span }) => touches(span, caret));
  if (found !== undefined && here !== undefined) return { found, suggestions: [here] };
  tell('There is no suggestion at the cursor. Alt+A G goes through the suggestions of the source.');
  return undefined;
}
