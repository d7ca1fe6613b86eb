// The committed firmware image is what its sources give: rebuilt, byte for byte.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BOOT2_SIZE, boot2Checksum } from '../../boards/src/pico/boot2.ts';
import { readUf2 } from '../../boards/src/uf2/index.ts';
import { helpers } from '../../server/src/compiler/abi/helpers.ts';
import { buildFirmware, compilerVersion, jsonText, limits } from '../build.ts';
import type { FirmwareManifest, RuntimeFunctions } from '../manifest.ts';

const images = new URL('../images/', import.meta.url);
const uf2 = new Uint8Array(readFileSync(new URL('pico.uf2', images)));
const text = readFileSync(new URL('pico.json', images), 'utf8');
const functionsText = readFileSync(new URL('pico.symbols.json', images), 'utf8');
const manifest = JSON.parse(text) as FirmwareManifest;

test('the image is up to date and reproducible (npm run firmware makes it)', async () => {
  // Elsewhere than `npm run firmware` does it: the path must not matter, and both may run at a time.
  const built = await buildFirmware(fileURLToPath(new URL('../build/test', import.meta.url)));
  assert.equal(jsonText(built.manifest), text, 'the manifest differs: run npm run firmware');
  assert.equal(jsonText(built.functions), functionsText, 'the symbols differ: run npm run firmware');
  assert.deepEqual(built.uf2, uf2, 'the image differs: run npm run firmware');
});

test('the image keeps to its limits', () => {
  assert.ok(manifest.flashBytes < limits.flash, `${manifest.flashBytes} bytes of flash`);
  assert.ok(manifest.staticRamBytes < limits.staticRam, `${manifest.staticRamBytes} bytes of static RAM`);
});

test('the boot ROM would start the image', () => {
  const { segments } = readUf2(uf2, 0xe48bff56);
  assert.equal(segments.length, 1);
  const { address, bytes } = segments[0]!;
  assert.equal(address, 0x10000000);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  assert.equal(view.getUint32(BOOT2_SIZE - 4, true), boot2Checksum(bytes));
  // The vector table: a stack in SRAM, and a Thumb address behind the table.
  const stack = view.getUint32(BOOT2_SIZE, true);
  const entry = view.getUint32(BOOT2_SIZE + 4, true);
  assert.ok(stack > 0x20000000 && stack <= 0x20042000 && stack % 8 === 0);
  assert.ok(entry % 2 === 1 && entry > 0x10000100 && entry < 0x10000000 + manifest.flashBytes);
});

test('the symbols tell where every helper is', () => {
  const functions = JSON.parse(functionsText) as RuntimeFunctions;
  const addresses = Object.values(functions);
  assert.deepEqual(
    addresses,
    [...addresses].sort((a, b) => a - b),
  );
  for (const address of Object.values(manifest.helpers)) assert.ok(addresses.includes(address & ~1));
});

test('the manifest names every helper, inside of the image', () => {
  assert.deepEqual(Object.keys(manifest.helpers), Object.keys(helpers));
  for (const [name, address] of Object.entries(manifest.helpers)) {
    assert.ok(address % 2 === 1 && address > 0x10000100 && address < 0x10000000 + manifest.flashBytes, name);
  }
  assert.match(manifest.buildHash, /^[0-9a-f]{16}$/);
  assert.ok(manifest.compiler.includes(compilerVersion));
});
