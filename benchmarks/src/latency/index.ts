// Times of the host: what a cell costs before it runs.
export { type Latency, type LatencyOptions, measureLatency } from './measure.ts';
export { latencyReport } from './report.ts';
export { type Spread, spreadOf } from './spread.ts';
