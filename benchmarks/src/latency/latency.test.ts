// The latency bench, small, and its report. The targets (compile and link of 30 lines in 5 ms, with the check in 15 ms)
// are for an idle machine and a long session; the bounds here are what gcc takes, since tests run beside each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualSession } from '../../../test-fixtures/virtual-session.ts';
import { type Latency, latencyReport, measureLatency } from './index.ts';

test('a session of 100 cells: compiling is faster than gcc and does not grow, cells are small', async (t) => {
  const board = await VirtualSession.start({ verify: false });
  try {
    await board.session.warmUp();
    const measure = () => measureLatency(board.session, { cells: 100, times: 5 });
    const grows = ({ checked: { growth } }: Latency) => growth.last >= 2 * growth.first;
    let latency = await measure();
    // What runs beside may slow down one end of the session, but hardly the same one twice.
    if (grows(latency)) latency = await measure();
    const report = latencyReport(latency);
    for (const line of report.trim().split('\n')) t.diagnostic(line);
    assert.match(
      report,
      /^100 cells, 1000 lines; milliseconds +median +95 % +target\n30 lines, compiled as they were typed/,
    );
    assert.match(report, /\n30 lines of C: gcc -O2 -c and ld +[\d.]+ +[\d.]+\n/);
    const { prepared, checked, redefinition, bytesOfTenLines } = latency;
    assert.ok(prepared.compileAndLink.median < checked.compileAndLink.median);
    assert.ok(checked.compileAndLink.median < latency.gcc.median);
    assert.ok(!grows(latency));
    assert.ok(redefinition.long.median < 2 * latency.gcc.median);
    assert.ok(bytesOfTenLines.median < 400);
  } finally {
    await board.stop();
  }
});
