import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** Shown instead if the part fails. */
  readonly instead: ReactNode
  readonly onFailed: (error: unknown) => void
}

/** Keeps an error of one part of the window in that part. React would take the whole window off the screen. */
export class PartBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  static getDerivedStateFromError = (): { readonly hasFailed: boolean } => ({ hasFailed: true })

  override state = { hasFailed: false }

  override componentDidCatch(error: unknown): void {
    this.props.onFailed(error)
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.instead : this.props.children
  }
}
