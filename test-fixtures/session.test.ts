// The session suite over the virtual board's own stream.
import { sessionSuite } from './session-suite.ts';
import { VirtualSession } from './virtual-session.ts';

sessionSuite('the in-process stream', () => VirtualSession.start({ realTime: true }));
