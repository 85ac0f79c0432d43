/** The table of opencc-js 1.4.2 that Stet uses; the package has no types for single tables. */
declare module 'opencc-js/dict/TSCharacters' {
  /** "traditional simplified…|traditional simplified…" */
  const characters: string
  export default characters
}
