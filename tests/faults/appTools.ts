/** The real app as campaigns see it; made by run.mjs. */

/** An app that was started with its DevTools protocol on a pipe (tests/bench/electronPipe.mjs). */
export interface DrivenApp {
  evaluate(expression: string, seconds?: number): Promise<unknown>
  until(expression: string, seconds: number, everyMs?: number): Promise<void>
  on(event: string, listener: (params: never) => void): void
  send(method: string): Promise<unknown>
  press(character: string): Promise<void>
  kill(): Promise<void>
  close(): Promise<void>
  /** How it ended, and what it said on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>
}
/** What a campaign can do with the real app. */
export interface AppTools {
  /** `story`: what the profile remembers; absent: the profile stays as it is. Rejects when the app ends before it has a window. */
  launch(
    profile: string,
    story: string | undefined,
    library: string,
    env?: Readonly<Record<string, string>>,
  ): Promise<DrivenApp>
  /** Makes a library with one story of one paragraph; answers the story's id. */
  seed(library: string): Promise<string>
  /** Runs a folder as an Electron app until it ends by itself; answers what it printed. */
  runMain(app: string, env: Readonly<Record<string, string>>): Promise<string>
}
