/** What is said where the server did not answer to a button. */
export const lostAnswer = {
	ok: false,
	message: 'The server gave no answer, so it is not known whether this was done. Reload the page to see.',
} as const;
