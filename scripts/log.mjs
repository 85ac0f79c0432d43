/** Prints to stderr. Only what a script was asked for goes to stdout. */
export function log(message) {
  process.stderr.write(`${message}\n`)
}

/** An error whose message a person can act on. It is printed without a stack. */
export class ScriptError extends Error {}

/** Runs a script's main function and sets the exit code to what it returns (0 for nothing), or to 1 if it throws. */
export async function runAsScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    log(error instanceof ScriptError ? `\n${error.message}` : error.stack)
    process.exitCode = 1
  }
}
