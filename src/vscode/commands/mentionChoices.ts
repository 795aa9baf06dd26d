/** Mentions and evidence as lists to choose from, with their line of the text, in groups by source. */
import { inLine } from '../../core/outline/context';
import { inContext, sourceTitle, standing } from '../../core/outline/passages';
import { dotted } from '../../core/outline/words';
import { locate } from '../../core/store/locate';
import type { AnnotationRecord } from '../../core/store/store';
import type { Answer, Prompt } from '../pickers/answer';
import { pickMany, type Group } from '../pickers/pickMany';
import type { Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { Preview } from './preview';

interface PickMentions extends Prompt {
  readonly placeholder: string;
  readonly mentions: readonly AnnotationRecord[];
  readonly isPicked: (record: AnnotationRecord) => boolean;
}

/** The chosen ones in the order of the list. Moving through it shows each passage in its source. */
export async function pickMentions(
  services: Services,
  options: PickMentions,
): Promise<Answer<readonly AnnotationRecord[]>> {
  const groups = await groupsOf(services, options);
  const preview = new Preview(services);
  const answer = await pickMany({
    ...options,
    groups,
    onActive: (record) => showIn(services, preview, record),
  });
  await preview.goBack();
  return answer;
}

/** Has the preview show an annotation. */
export function showIn(services: Services, preview: Preview, record: AnnotationRecord): void {
  preview.show({
    path: record.source,
    rangeIn: ({ document }) => {
      const located = services.passages.of(document).find((each) => each.record === record);
      return located && services.passages.extentOf(document, located);
    },
  });
}

function groupsOf(
  services: Services,
  { mentions, isPicked }: PickMentions,
): Promise<readonly Group<AnnotationRecord>[]> {
  const groups = new Map<string, AnnotationRecord[]>();
  for (const record of mentions) {
    const group = groups.get(record.source) ?? [];
    groups.set(record.source, group);
    group.push(record);
  }
  return Promise.all(
    [...groups].map(async ([source, records]) => ({
      label: sourceTitle(services.store, source),
      isPicked,
      choices: await choicesOf(services, source, records),
    })),
  );
}

/** With the line of the text as it is now; where that does not tell, with what the file quotes. */
async function choicesOf(
  { sources }: Services,
  source: string,
  records: readonly AnnotationRecord[],
): Promise<readonly Choice<AnnotationRecord>[]> {
  const text = await sources.read(source);
  const located =
    text === undefined ? records.map((record) => ({ record, spans: [] })) : locate(text, records);
  return located.map(({ record, spans: [span] }) => {
    const { before, quote, after } =
      text === undefined || span === undefined
        ? inContext(record.annotation)
        : inLine(text.text, span);
    return {
      value: record,
      label: `${before}“${quote}”${after}`,
      description: dotted(standing(record.annotation)),
    };
  });
}
