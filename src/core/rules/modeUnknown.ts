/** Modes that the type of an event does not have. */
import { replacing, withoutKey } from './edits';
import { byText } from './fix';
import { nearest } from './nearest';
import type { Rule } from './rule';

export const modeUnknown: Rule = {
  code: 'mode-unknown',
  severity: 'warning',
  description: 'Every mode of an event is one of its type.',
  *check(file) {
    const { event, schema } = file;
    const mode = event?.mode;
    if (event === undefined || mode === undefined) return;
    const type = Object.hasOwn(schema.eventTypes, event.type)
      ? schema.eventTypes[event.type]
      : undefined;
    if (type === undefined || type.modes.includes(mode)) return;
    const known = type.modes.length === 0 ? 'it has none' : `it has ${type.modes.join(', ')}`;
    yield {
      message: `“${event.type}” has no mode “${mode}”; ${known}.`,
      at: ['mode'],
      fixes: () => [
        ...nearest(mode, type.modes).flatMap(({ word, isSure }) =>
          byText(file, `Change the mode to “${word}”`, replacing(file, ['mode'], word), isSure),
        ),
        ...byText(file, 'Leave the mode out', withoutKey(file, 'mode')),
      ],
    };
  },
};
