/** Dragging in the trees of records: a record onto another is merged into it, a passage becomes the other's. */
import * as vscode from 'vscode';
import { sameSubject, type OutlineSubject } from '../../core/outline/node';
import type { CommandId } from '../generated/manifest';

/** Of a node of a tree: what it stands for, and what it stands under. */
export interface DraggedNode {
  readonly subject: OutlineSubject | undefined;
  readonly parent: DraggedNode | undefined;
}

interface Dragged {
  readonly subject: OutlineSubject;
  readonly parent?: { readonly subject: OutlineSubject };
}

/** Only between our own views: other programs and the editor are offered nothing. */
const MIME = 'application/vnd.source-annotator.nodes';
const MERGE: CommandId = 'sourceAnnotator.mergeRecords';
const MOVE: CommandId = 'sourceAnnotator.moveMentions';

export class RecordDragging implements vscode.TreeDragAndDropController<DraggedNode> {
  readonly dragMimeTypes: readonly string[] = [MIME];
  readonly dropMimeTypes: readonly string[] = [MIME];
  readonly #kind: 'entity' | 'event';

  constructor(kind: 'entity' | 'event') {
    this.#kind = kind;
  }

  handleDrag(nodes: readonly DraggedNode[], data: vscode.DataTransfer): void {
    const dragged = nodes.flatMap(({ subject, parent }): readonly Dragged[] => {
      if (subject === undefined) return [];
      const record = recordAbove(parent, this.#kind);
      return [record === undefined ? { subject } : { subject, parent: { subject: record } }];
    });
    if (dragged.length > 0) data.set(MIME, new vscode.DataTransferItem(dragged));
  }

  /** A drop on what is below a record is one on the record. */
  async handleDrop(target: DraggedNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const dragged: unknown = data.get(MIME)?.value;
    const into = recordAbove(target, this.#kind);
    if (into === undefined || !isDragged(dragged)) return;
    const records = dragged.filter(
      ({ subject }) => subject.kind === this.#kind && !sameSubject(subject, into),
    );
    if (records.length > 0) {
      const nodes = [...records, { subject: into }];
      await vscode.commands.executeCommand(MERGE, nodes[0], nodes, { into: into.id });
      return;
    }
    const passages = dragged.filter(
      ({ subject, parent }) =>
        (subject.kind === 'annotation' || subject.kind === 'source') &&
        parent !== undefined &&
        !sameSubject(parent.subject, into),
    );
    if (passages.length === 0) return;
    await vscode.commands.executeCommand(MOVE, passages[0], passages, { to: into.id });
  }
}

/** The nearest record of the kind that a node stands for, or that it stands under. */
function recordAbove(
  node: DraggedNode | undefined,
  kind: 'entity' | 'event',
): (OutlineSubject & { readonly id: string }) | undefined {
  for (let at = node; at !== undefined; at = at.parent) {
    if (at.subject?.kind === kind) return at.subject;
  }
  return undefined;
}

/** What `handleDrag` gave; VS Code hands over the same value within one window. */
function isDragged(value: unknown): value is readonly Dragged[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === 'object' && each !== null && 'subject' in each)
  );
}
