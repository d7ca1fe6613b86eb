// Says on terminals what is being waited for, once that takes more than a moment.

/** Milliseconds until something is shown, and between the pictures. */
const MOMENT = 400;
const INTERVAL = 100;
const pictures = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];

/** Shows `what` and a turning wheel on stderr until `work` is done; its result. Nothing where stderr is no terminal. */
export async function withProgress<T>(what: string, work: Promise<T>): Promise<T> {
  const { stderr } = process;
  if (!stderr.isTTY) return work;
  const begin = performance.now();
  let shown = 0;
  const timer = setInterval(() => {
    if (performance.now() - begin < MOMENT) return;
    stderr.write(`\r${pictures[shown++ % pictures.length]} ${what}\u001b[K`);
  }, INTERVAL);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (shown > 0) stderr.write('\r\u001b[K');
  }
}
