/** Templates of the typesetter, imported as text. */
declare module '*.typ?raw' {
  const source: string
  export default source
}
