/**
 * The text as a terminal may print it: control characters show as signs (ESC as ␛). Otherwise the name of a file, of a
 * source or of a sender could move the cursor, clear lines or rename the window.
 */
export const visible = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(/(?![\n\t])\p{Cc}/gu, (control) => {
    const code = control.charCodeAt(0)
    if (code === DELETE) return '␡'
    return code < DELETE ? String.fromCharCode(SIGNS + code) : '\uFFFD'
  })

const DELETE = 0x7f
/** The signs for the control characters of ASCII, in their order. */
const SIGNS = 0x2400

/** One value as JSON. JSON escapes the control characters of ASCII only; terminals act on others, too. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f]/g,
    (control) => `\\u00${control.charCodeAt(0).toString(16)}`,
  )
