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

/** Whether something failed because no connection was free. */
export function isBusy(error: unknown): boolean {
	return busyCause(error) !== null;
}

/** Throws an error again, or the `Busy` that a library has made it of: a page tells that by the digest of its error alone. */
export function throwBusy(error: unknown): never {
	throw busyCause(error) ?? error;
}

/** Libraries hand an error on as the cause of theirs. */
function busyCause(error: unknown, depth = 0): Error | null {
	if (!(error instanceof Error) || depth > 5) return null;
	return (error as { digest?: unknown }).digest === busyDigest ? error : busyCause(error.cause, depth + 1);
}
