/** The part of punycode 2.3.1 that Stet uses; the package has no types of its own. With the slash it is not Node’s. */
declare module 'punycode/' {
  /** Decodes what stands behind “xn--” in a label of a host (RFC 3492). Throws a RangeError if it is no Punycode. */
  export function decode(encoded: string): string
}
