/** All that a browser learns of an error of the server is its digest. */
export const busyDigest = 'BUSY';

export const busyMessage = 'MiniCRM is busy, and nothing was saved. Try again in a few seconds.';

/** So many seconds later it is worth another try. */
export const busySeconds = 5;

/** No connection to the database was free for as long as a request waits for one. */
export class Busy extends Error {
	readonly digest = busyDigest;

	constructor(cause: unknown) {
		super('No connection to the database was free.', { cause });
		this.name = 'Busy';
	}
}

/** Whether something failed because no connection was free; libraries hand such an error on as the cause of theirs. */
export function isBusy(error: unknown, depth = 0): boolean {
	if (!(error instanceof Error) || depth > 5) return false;
	return (error as { digest?: unknown }).digest === busyDigest || isBusy(error.cause, depth + 1);
}
