/** The digest is all that a browser gets of a server error. */
export const busyDigest = 'BUSY';

export const busyMessage = 'MiniCRM is busy, and nothing was saved. Try again in a few seconds.';

/** The seconds after which to try again. */
export const busySeconds = 5;

/** No connection to the database became free in time. */
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

/** Rethrows an error, or the `Busy` that caused it: a page recognizes `Busy` only by the digest of the error itself. */
export function throwBusy(error: unknown): never {
	throw busyCause(error) ?? error;
}

/** Libraries wrap an error as the cause of their own. */
function busyCause(error: unknown, depth = 0): Error | null {
	if (!(error instanceof Error) || depth > 5) return null;
	return (error as { digest?: unknown }).digest === busyDigest ? error : busyCause(error.cause, depth + 1);
}
