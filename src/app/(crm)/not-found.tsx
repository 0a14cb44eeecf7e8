// inside the shell, which stays
export { default, metadata } from '../not-found';
