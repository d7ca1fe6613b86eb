// Firmware that is ours, but not the build that the host works with.

/** A copy of a firmware image (UF2) that says it is another build. Builds are 16 hexadecimal digits. */
export function firmwareOfBuild(wanted: string, image: Uint8Array, build: string): Uint8Array {
  const bytes = Buffer.from(image);
  const at = bytes.indexOf(Buffer.from(build, 'hex'));
  if (at < 0) throw new Error(`the image does not have its build hash ${build} in one piece`);
  bytes.write(wanted, at, 'hex');
  return bytes;
}
