/** Entities for the tests of matching. */
import type { Entity } from '../../../src/core/model/records';

export function entity(
  id: string,
  name: string,
  more: {
    readonly type?: string;
    readonly aliases?: readonly string[];
    readonly mergedInto?: string;
  } = {},
): Entity {
  return {
    id,
    type: more.type ?? 'person',
    name,
    aliases: (more.aliases ?? []).map((text) => ({ text })),
    links: {},
    ...(more.mergedInto === undefined ? {} : { mergedInto: more.mergedInto }),
  };
}
