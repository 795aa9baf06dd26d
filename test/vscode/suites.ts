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
import './problems.test';
import './files.test';
import './revisions.test';
import './sidebar.test';
import './coverage.test';
