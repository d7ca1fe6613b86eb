// Runs the cells of tests in a session, and hears what it reports.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CellResult, RuntimeError, Session } from '@gnomon/server/session';

/** An attached session. */
export interface SessionUnderTest {
  readonly session: Session;
  stop(): Promise<void>;
}

type Failed = Extract<CellResult, { status: 'failed' }>;

export class SessionTester {
  /** What was printed since `fresh`. */
  output: string[] = [];
  /** Errors that timers and jobs reported since `fresh`. */
  timerErrors: RuntimeError[] = [];

  private under: SessionUnderTest | undefined;

  constructor(private readonly begin: () => Promise<SessionUnderTest>) {}

  async start(): Promise<void> {
    this.under = await this.begin();
    this.session.listen({
      output: ({ text }) => this.output.push(text),
      timerError: (error) => this.timerErrors.push(error),
    });
  }

  async stop(): Promise<void> {
    await this.under?.stop();
  }

  get session(): Session {
    return this.under!.session;
  }

  /** An empty session. */
  async fresh(): Promise<void> {
    await this.session.reset();
    this.output = [];
    this.timerErrors = [];
  }

  /** Runs a cell that must succeed; its value as text. */
  async value(id: string, text: string): Promise<string | undefined> {
    const result = await this.session.runCell(id, text);
    assert.equal(result.status, 'done', JSON.stringify(result));
    return result.status === 'done' ? result.value?.text : undefined;
  }

  async failure(id: string, text: string): Promise<Failed> {
    const result = await this.session.runCell(id, text);
    assert.equal(result.status, 'failed', JSON.stringify(result));
    return result as Failed;
  }

  /** Waits for what a timer or job reports, for three seconds at most: the board may be late on a busy machine. */
  async timerError(): Promise<void> {
    for (let i = 0; i < 300 && this.timerErrors.length === 0; i++) await sleep(10);
  }
}
