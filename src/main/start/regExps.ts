import { setFlagsFromString } from 'node:v8'
import type { CommandLine } from 'electron'

/**
 * V8 runs a regular expression by its slow interpreter first, compiles it with the second use, and forgets both after
 * two collections of garbage. The checks have hundreds of them. With the first pause in typing after some other work,
 * reading one graf took 40 to 60 ms in the window, and a letter waited for it. In plain Node, two collections later,
 * the first graf takes 70 to 170 ms by the interpreter, and 17 to 35 compiled with the first use.
 */
const COMPILED_AT_ONCE = '--no-regexp-tier-up'

/** Call before the first window: windows get the option with their start. What V8 does not know, it passes over. */
export function compileRegExpsAtOnce(commandLine: Pick<CommandLine, 'getSwitchValue' | 'appendSwitch'>): void {
  setFlagsFromString(COMPILED_AT_ONCE)
  commandLine.appendSwitch('js-flags', `${commandLine.getSwitchValue('js-flags')} ${COMPILED_AT_ONCE}`.trim())
}
