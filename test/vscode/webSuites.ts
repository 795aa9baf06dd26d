// The suites that run in the web worker host, in this order: those of the Node host that need nothing
// that only exists there, as the git extension does.

import './sources';
import './activation.test';
import './mentions.test';
import './symbols.test';
import './keys.test';
import './navigation.test';
import './peek.test';
import './annotating.test';
import './events.test';
import './changing.test';
import './problems.test';
import './fixes.test';
import './files.test';
import './saving.test';
import './living.test';
import './reanchoring.test';
import './sidebar.test';
import './coverage.test';
