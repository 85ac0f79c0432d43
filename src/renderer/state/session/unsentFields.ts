import { createStore } from 'zustand'

type Send = () => Promise<unknown>

/** The fields of a story with typed words that are not sent yet. While there are any, the story is not all saved. */
export class UnsentFields {
  readonly store = createStore<{ readonly fields: ReadonlyMap<string, Send> }>(() => ({ fields: new Map() }))

  /** Notes how a field sends its words. Without `send`: it has none to send. */
  readonly note = (field: string, send: Send | undefined): void => {
    const { fields } = this.store.getState()
    if (send === undefined && !fields.has(field)) return
    const next = new Map(fields)
    if (send) next.set(field, send)
    else next.delete(field)
    this.store.setState({ fields: next })
  }

  /** Sends the words of all fields. */
  readonly send = async (): Promise<void> => {
    await Promise.all([...this.store.getState().fields.values()].map((send) => send()))
  }
}
