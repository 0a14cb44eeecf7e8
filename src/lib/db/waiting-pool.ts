import { Pool, type PoolClient } from 'pg';
import { Busy } from '@/lib/operations/busy';
import { requests } from '@/lib/operations/log';

type Done = (error: Error | undefined, client?: PoolClient, release?: (error?: unknown) => void) => void;

/** What pg says of a request that has waited in vain, and of a server that accepts a connection and then says nothing. */
const waitedInVain = /timeout exceeded when trying to connect|due to connection timeout/;
/** What PostgreSQL answers where it has no connection left, be it for anybody or for this role or database. */
const tooManyConnections = '53300';

/**
 * Connections that a request may wait for. One that has waited in vain fails with `Busy`, and is remembered as such, so
 * that its answer is 503 whatever becomes of the error on its way.
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
