import { Pool, type PoolClient } from 'pg';
import { Busy } from '@/lib/operations/busy';
import { requests } from '@/lib/operations/log';

type Done = (error: Error | undefined, client?: PoolClient, release?: (error?: unknown) => void) => void;

/** The errors of pg when no connection became free, and when a server accepts a connection but doesn't respond. */
const waitedInVain = /timeout exceeded when trying to connect|due to connection timeout/;
/** PostgreSQL's errors when it has no connection left, in total or for this role or database. */
const tooManyConnections = '53300';

/**
 * A pool whose requests can wait for a connection. If none becomes free, the request fails with `Busy` and is marked, so that
 * its response is 503 even if the error is changed on the way.
 */
export class WaitingPool extends Pool {
	override connect(): Promise<PoolClient>;
	override connect(done: Done): void;
	override connect(done?: Done): Promise<PoolClient> | undefined {
		const request = requests.getStore();
		const asBusy = (error: Error & { code?: string }) => {
			if (!waitedInVain.test(error.message) && error.code !== tooManyConnections) return error;
			if (request) request.isBusy = true;
			return new Busy(error);
		};
		if (!done) return super.connect().catch((error: Error) => Promise.reject(asBusy(error)));
		super.connect((error, client, release) => done(error && asBusy(error), client, release));
		return undefined;
	}
}
