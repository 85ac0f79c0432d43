/** zlib as zip.js builds it for WebAssembly. The build puts a copy of it beside the program. */
export const ZLIB_FILE = '@zip.js/zip.js/dist/zip-module.wasm'
export const ZLIB_COPY = 'zlib.wasm'
