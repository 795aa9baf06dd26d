/** The two sides of a comparison, and the repository around them. */
import type { Repository } from '../git/repository';
import type { Tree } from './sides';

export interface Trees {
  readonly before: Tree;
  readonly after: Tree;
  /** Absent where two folders are compared. */
  readonly repository: Repository | undefined;
}
