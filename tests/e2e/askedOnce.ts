/** The functions of tests that run in main, each once, also when the driver loses the answer. */
import type { ElectronApplication } from '@playwright/test'

/** The text is what main evaluates in place of a function: it keeps the answer, so that it can be told again. */
const keeping = (run: unknown): string => `(electron, [key, given]) => {
  const answers = (globalThis.answersOfTests ??= new Map())
  if (!answers.has(key)) answers.set(key, (${String(run)})(electron, given))
  return answers.get(key)
}`

/** The driver sends the text of a function. This one's text is the given one. */
const functionOf = (text: string): (() => void) => Object.assign(() => undefined, { toString: () => text })

const isLost = (error: unknown): boolean => String(error).includes('Resulting promise was garbage collected')

/**
 * The driver may lose the answer of a function that main has run (microsoft/playwright issue 33737). Main keeps each
 * answer and tells it when it is asked again. So the function runs once, and its answer arrives.
 */
export function withoutLostAnswers(app: ElectronApplication): ElectronApplication {
  const evaluate = app.evaluate.bind(app) as (run: unknown, given: unknown) => Promise<unknown>
  let asked = 0
  const once = async (run: unknown, given?: unknown): Promise<unknown> => {
    const request = [String(++asked), given]
    for (;;) {
      try {
        return await evaluate(functionOf(keeping(run)), request)
      } catch (error) {
        if (!isLost(error)) throw error
      }
    }
  }
  app.evaluate = once as typeof app.evaluate
  return app
}
