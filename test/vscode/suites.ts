// The suites that run in the extension host, in this order.

import './activation.test';
import './mentions.test';
import './symbols.test';
import './keys.test';
