/** Fonts that are bundled as data: addresses. */
declare module '*.woff2?inline' {
  const url: string
  export default url
}
