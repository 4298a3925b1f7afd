/** `review list`. */
export { list } from './review-show';
