/**
 * Answers who wrote at places of the copy that a window shows. Re-exported: the renderer may not import `document`.
 */
export { writersIn } from '../../document/writers/writersIn'
