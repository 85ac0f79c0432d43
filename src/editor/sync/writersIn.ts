/** Answers who wrote at places of the copy that a window shows. */
export { writersIn } from '../../document/writers/writersIn'
