/** Messages go to stderr: stdout belongs to what a script was asked for. */
export function say(message) {
  process.stderr.write(`${message}\n`)
}

/** An error that is meant for a person: printed as it stands, without a stack. */
export class Trouble extends Error {}

/** Runs a script's main function; the process ends with the code that it returns (nothing means 0). */
export async function runAsScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    say(error instanceof Trouble ? `\n${error.message}` : error.stack)
    process.exitCode = 1
  }
}
