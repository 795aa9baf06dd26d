// The suites that run in the web worker host, in this order: those that meet what is different there,
// which is files, saving, git that is missing, time in slices, and views. What only calls core and the
// same calls of VS Code in both hosts runs in the Node host.

import './sources';
import './activation.test';
import './mentions.test';
import './peek.test';
import './annotating.test';
import './suggestions.test';
import './changing.test';
import './problems.test';
import './yaml.test';
import './files.test';
import './saving.test';
import './living.test';
import './reanchoring.test';
import './reviewInBrowser.test';
import './sidebar.test';
import './unchanged.test';
