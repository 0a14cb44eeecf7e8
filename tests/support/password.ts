/** What everybody in the tests signs in with. */
export const password = 'quả dưa hấu rất to';
