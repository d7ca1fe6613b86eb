// Public face of the linker.
export { LinkError, type LinkInput, link, type Patch } from './link.ts';
