/** The real app as campaigns use it. Made by run.mjs. */

/** A running app with its DevTools protocol on a pipe (tests/bench/electronPipe.mjs). */
export interface DrivenApp {
  evaluate(expression: string, seconds?: number): Promise<unknown>
  until(expression: string, seconds: number, everyMs?: number): Promise<void>
  on(event: string, listener: (params: never) => void): void
  send(method: string): Promise<unknown>
  press(character: string): Promise<void>
  kill(): Promise<void>
  close(): Promise<void>
  /** How it ended, and its standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>
}
/** The real app for campaigns. */
export interface AppTools {
  /**
   * `story`: the story that the profile remembers. Absent: the profile does not change. Rejects when the app ends
   * without a window.
   */
  launch(
    profile: string,
    story: string | undefined,
    library: string,
    env?: Readonly<Record<string, string>>,
  ): Promise<DrivenApp>
  /** Makes a library with one story of one paragraph. Returns the story's id. */
  seed(library: string): Promise<string>
  /** Runs a folder as an Electron app until it ends. Returns what it printed. */
  runMain(app: string, env: Readonly<Record<string, string>>): Promise<string>
}
