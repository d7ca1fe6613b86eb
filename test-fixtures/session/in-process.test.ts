// The session suite over the virtual board's own stream.

import { VirtualSession } from '../virtual-session.ts';
import { sessionSuite } from './suite.ts';

sessionSuite('the in-process stream', () => VirtualSession.start({ realTime: true }));
