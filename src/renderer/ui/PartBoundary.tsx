import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** Shown instead if the part fails. `again`: draws the part anew. */
  readonly instead: ReactNode | ((error: unknown, again: () => void) => ReactNode)
  readonly onFailed?: (error: unknown) => void
}

/** `failed`: in an object, since anything can be thrown. */
interface State {
  readonly failed?: { readonly error: unknown }
}

/** Keeps an error of one part of the window in that part. React would take the whole window off the screen. */
export class PartBoundary extends Component<Props, State> {
  static getDerivedStateFromError = (error: unknown): State => ({ failed: { error } })

  override state: State = {}

  override componentDidCatch(error: unknown): void {
    this.props.onFailed?.(error)
  }

  override render(): ReactNode {
    const { failed } = this.state
    const { instead, children } = this.props
    if (!failed) return children
    return typeof instead === 'function' ? instead(failed.error, this.#again) : instead
  }

  readonly #again = (): void => this.setState({ failed: undefined })
}
