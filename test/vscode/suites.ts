// The suites that run in the Node extension host, in this order.

import './sources';
import './activation.test';
import './mentions.test';
import './symbols.test';
import './keys.test';
import './navigation.test';
import './panel.test';
import './annotating.test';
import './events.test';
import './changing.test';
import './living.test';
import './problems.test';
import './fixes.test';
import './files.test';
import './saving.test';
import './twoPrograms.test';
import './reanchoring.test';
import './revisions.test';
import './moves.test';
import './git.test';
import './walkThrough.test';
import './sidebar.test';
import './sameProblems.test';
import './coverage.test';
