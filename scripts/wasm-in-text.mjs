// For every Vite that builds or runs src: `import program from '….wasm?text'` gives a program of WebAssembly out of a package as text in base64.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const ASKED = '?text';
/** A name that is no path, so that nobody else takes it for a file or a package. */
const HERE = '\0wasm-in-text/';
const { resolve } = createRequire(import.meta.url);

export const wasmInText = {
  name: 'stet:wasm-in-text',
  enforce: /** @type {const} */ ('pre'),
  resolveId: (/** @type {string} */ id) => (id.endsWith(`.wasm${ASKED}`) ? HERE + Buffer.from(id.slice(0, -ASKED.length)).toString('base64url') : undefined),
  load: (/** @type {string} */ id) => (id.startsWith(HERE) ? `export default ${JSON.stringify(readFileSync(resolve(Buffer.from(id.slice(HERE.length), 'base64url').toString())).toString('base64'))}` : undefined),
};
