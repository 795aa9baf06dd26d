// The suites that run in the Node extension host, in this order.

import './smoke.test';
