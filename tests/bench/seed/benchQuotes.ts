export { checkQuote } from '../../../src/checks/quote/checkQuote'
