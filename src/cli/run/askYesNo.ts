import { createInterface } from 'node:readline'
import { cliText } from '../../catalogue/rooms/cli'

/**
 * Asks a question and reads a line. Resolves with whether it says yes, in English or in the language of the command.
 * Ctrl+C, Ctrl+D and an empty line are no.
 */
export function askYesNo(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<boolean> {
  const lines = createInterface({ input, output })
  return new Promise((resolve) => {
    let said = false
    lines.once('SIGINT', () => lines.close())
    lines.once('close', () => resolve(said))
    lines.question(`${question} `, (answer) => {
      said = ['y', 'yes', ...cliText('confirm.yes').split(' ')].includes(answer.trim().toLowerCase())
      lines.close()
    })
  })
}
