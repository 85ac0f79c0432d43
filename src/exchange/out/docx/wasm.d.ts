/** Programs of WebAssembly that are bundled as text, in base64 (scripts/wasm-in-text.mjs). */
declare module '*.wasm?text' {
  const base64: string
  export default base64
}
