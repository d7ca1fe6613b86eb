// Flashing, and every way in which it goes wrong, on virtual Picos behind pseudo terminals with folders for drives.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildCdcEcho } from '../virtual/testing/cdc-echo.ts';
import { FlashError, type FlashOptions, type FlashStep, flashPico } from './index.ts';
import { firmwareOfBuild } from './testing/other-build.ts';
import { PicoOnTheDesk, type Quirks } from './testing/pico-on-the-desk.ts';

const images = new URL('../../../device-runtime/images/', import.meta.url);
const image = new Uint8Array(readFileSync(new URL('pico.uf2', images)));
const { buildHash } = JSON.parse(readFileSync(new URL('pico.json', images), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'gnomon-flash-'));
// Also for whoever is not allowed to write.
chmodSync(folder, 0o755);
after(() => rmSync(folder, { recursive: true, force: true }));

function desk(t: TestContext, firmware: Uint8Array | undefined, quirks: Quirks = {}): PicoOnTheDesk {
  const pico = new PicoOnTheDesk(mkdtempSync(join(folder, 'desk-')), firmware, quirks);
  chmodSync(join(pico.drive, '..'), 0o755);
  t.after(() => pico.dispose());
  return pico;
}

async function untilDriveIsThere(pico: PicoOnTheDesk): Promise<void> {
  while ((await pico.surroundings.findDrives()).length === 0) await sleep(5);
}

async function flash(
  pico: PicoOnTheDesk,
  options: Partial<FlashOptions> = {},
): Promise<{ port: string; steps: FlashStep[] }> {
  const steps: FlashStep[] = [];
  const port = await flashPico({
    image,
    buildHash,
    driveTimeout: 10,
    boardTimeout: 10,
    surroundings: pico.surroundings,
    onStep: (step) => steps.push(step),
    ...options,
  });
  return { port, steps };
}

const fails = (failure: string, message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof FlashError, String(error));
  assert.equal(error.failure, failure);
  assert.match(error.message, message);
  return true;
};

/** How much has been written whenever progress is reported: each 16 KB. */
function pieces(length: number): number[] {
  return Array.from({ length: Math.ceil(length / 16384) }, (_, i) => i * 16384);
}

describe('flashing a Pico', { skip: process.platform === 'win32' }, () => {
  test('that runs Gnomon needs no hand, and ends with the board answering at its new port', async (t) => {
    const pico = desk(t, image);
    const port = await pico.offerPort();
    const { port: flashed, steps } = await flash(pico, { target: { port } });
    assert.deepEqual(await pico.surroundings.listPorts(), [flashed]);
    assert.deepEqual(steps[0], { step: 'enterBootLoader', port });
    const written = steps.flatMap((step) => (step.step === 'write' ? [step] : []));
    assert.deepEqual(
      written.map((step) => step.written),
      [...pieces(image.length), image.length],
    );
    assert.ok(written.every(({ drive, total }) => drive === pico.drive && total === image.length));
    assert.deepEqual(steps.at(-1), { step: 'waitForBoard' });
  });

  test('that waits in its boot loader, found or named', async (t) => {
    await flash(desk(t, undefined));
    const pico = desk(t, undefined);
    await untilDriveIsThere(pico);
    await flash(pico, { target: { drive: pico.drive } });
  });

  test('waits for a person to plug one in', async (t) => {
    const pico = desk(t, undefined);
    let isPluggedIn = false;
    const { steps } = await flash(pico, {
      surroundings: {
        ...pico.surroundings,
        findDrives: async () => (isPluggedIn ? pico.surroundings.findDrives() : []),
      },
      onStep: (step) => {
        if (step.step === 'waitForDrive') isPluggedIn = true;
      },
    });
    assert.deepEqual(steps, []);
    assert.ok(isPluggedIn);
  });
});

describe('flashing that goes wrong says the next step', { skip: process.platform === 'win32' }, () => {
  test('no board waits for firmware', async (t) => {
    const pico = desk(t, image);
    await assert.rejects(flash(pico, { driveTimeout: 0 }), fails('noDrive', /was found\. Hold BOOTSEL/));
  });

  test('the folder is no boot drive', async (t) => {
    const target = { drive: folder };
    await assert.rejects(flash(desk(t, image), { target }), fails('notADrive', /no INFO_UF2.TXT.*\. Hold/));
  });

  test('the port can not be opened', async (t) => {
    const target = { port: join(folder, 'none') };
    await assert.rejects(flash(desk(t, image), { target }), /is the board plugged in\?/);
  });

  test('the drive is not mounted', async (t) => {
    const pico = desk(t, image, { hidesDrive: true });
    const target = { port: await pico.offerPort() };
    await assert.rejects(
      flash(pico, { target, driveTimeout: 0.5 }),
      fails('driveHidden', /no drive appeared\. .*mount it/),
    );
  });

  test('the drive may not be written to', async (t) => {
    const pico = desk(t, undefined);
    await untilDriveIsThere(pico);
    chmodSync(pico.drive, 0o555);
    // Nothing is forbidden to root, so root is somebody else for a while.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      await assert.rejects(flash(pico), fails('notWritable', /EACCES.*\. Mount the drive/));
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  test('writing breaks off', async (t) => {
    const pico = desk(t, undefined);
    await untilDriveIsThere(pico);
    symlinkSync('/dev/full', join(pico.drive, 'GNOMON.UF2'));
    await assert.rejects(flash(pico), fails('writeFailed', /ENOSPC.*\. Unplug the board/));
  });

  test('the board does not come back', async (t) => {
    const pico = desk(t, undefined, { staysAway: true });
    await assert.rejects(
      flash(pico, { boardTimeout: 0.5 }),
      fails('noBoard', /written, but no new serial port appeared\. Unplug/),
    );
  });

  test('the board comes back with something else', async (t) => {
    const silent = desk(t, undefined, { swapsImage: buildCdcEcho().uf2 });
    // Long enough for a busy machine to find the port.
    await assert.rejects(flash(silent, { boardTimeout: 3 }), fails('noBoard', /does not answer\. Unplug/));
    const otherBuild = firmwareOfBuild('0123456789abcdef', image, buildHash);
    const older = desk(t, undefined, { swapsImage: otherBuild });
    await assert.rejects(
      flash(older, { boardTimeout: 3 }),
      fails('otherFirmware', /runs another \(build 0123456789abcdef\)\. Flash it again/),
    );
  });
});

describe('flashing can be cancelled', { skip: process.platform === 'win32' }, () => {
  test('while it waits for a drive', async (t) => {
    const pico = desk(t, image);
    const abort = new AbortController();
    const flashing = flash(pico, {
      signal: abort.signal,
      onStep: ({ step }) => step === 'waitForDrive' && abort.abort(),
    });
    await assert.rejects(flashing, { name: 'AbortError' });
  });

  test('but not any more once it writes', async (t) => {
    const pico = desk(t, undefined);
    const abort = new AbortController();
    const { port } = await flash(pico, {
      signal: abort.signal,
      onStep: ({ step }) => step === 'write' && abort.abort(),
    });
    assert.deepEqual(await pico.surroundings.listPorts(), [port]);
  });
});
