import { StringDecoder } from 'node:string_decoder'

/** The part of a terminal's input that is used; `process.stdin` has it. */
export type HiddenInput = Pick<NodeJS.ReadStream, 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>

const ESCAPE = 0x1b
const [INTERRUPT, END, BACKSPACE, DELETE] = ['\u0003', '\u0004', '\b', '\u007f']

/**
 * Asks a question whose answer is not shown while it is typed. Resolves with undefined when it is broken off (Ctrl+C,
 * Ctrl+D, the terminal is gone). Leaves the terminal as it was.
 */
export function askHidden(
  question: string,
  input: HiddenInput,
  output: { readonly write: (text: string) => unknown },
): Promise<string | undefined> {
  output.write(question)
  return new Promise((resolve) => {
    const decoder = new StringDecoder('utf8')
    let typed: readonly string[] = []
    const end = (answer: string | undefined): void => {
      input.off('data', read)
      input.off('end', gone)
      input.setRawMode(false)
      input.pause()
      output.write('\n')
      resolve(answer)
    }
    const gone = (): void => end(undefined)
    const read = (chunk: Buffer): void => {
      // An arrow or function key.
      if (chunk[0] === ESCAPE) return
      for (const key of decoder.write(chunk)) {
        if (key === '\r' || key === '\n') return end(typed.join(''))
        if (key === INTERRUPT || key === END) return end(undefined)
        if (key === BACKSPACE || key === DELETE) typed = typed.slice(0, -1)
        else if (key >= ' ') typed = [...typed, key]
      }
    }
    input.setRawMode(true)
    input.on('data', read)
    input.on('end', gone)
    input.resume()
  })
}
