/** Templates of the typesetter as text. */
declare module '*.typ?raw' {
  const source: string
  export default source
}
