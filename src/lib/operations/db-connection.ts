import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import pg from 'pg';

/** Planner settings, unless the address of the database sets its own. */
const planning = [
	// the data is in memory or on an SSD, where a row found by an index costs little more than the next row of the table
	'random_page_cost=1.1',
	// no query here runs long enough to be worth compiling
	'jit=off',
	// the statements of a page run beside each other already; workers would take the cores from them, and do much of the work twice
	'max_parallel_workers_per_gather=0',
];

/** How soon the server notices a lost connection and releases its locks. Has no effect on a Unix socket. */
const vigilance = [
	'tcp_keepalives_idle=30',
	'tcp_keepalives_interval=5',
	'tcp_keepalives_count=3',
	'tcp_user_timeout=30000',
	'client_connection_check_interval=10000',
];

/**
 * The settings of a connection to an address. The address's own `options` are added after ours, so that they take precedence.
 * Without `withOptions` ours are left out, for a pooler that refuses them.
 */
export function connectionConfig(address: string, { withOptions }: { withOptions: boolean }): pg.ClientConfig {
	const url = new URL(address);
	const own = url.searchParams.get('options') ?? '';
	url.searchParams.delete('options');
	const ours = [...planning, ...vigilance].map((setting) => `-c ${setting}`);
	return {
		connectionString: url.href,
		// a peer that disappears silently is noticed about ten seconds after the first probe
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
		...((withOptions || own) && { options: [...(withOptions ? ours : []), own].join(' ') }),
	};
}

/** For how long a query may go unanswered, in milliseconds, before its connection counts as dead. */
const usualPatience = 20_000;

const patience = new AsyncLocalStorage<number>();

/** Runs work whose transactions wait for each answer for another time than usual, in milliseconds. */
export function withPatience<Result>(milliseconds: number, work: () => Result): Result {
	return patience.run(milliseconds, work);
}

type Callback = (error: Error | null, result?: unknown) => void;
type Query = (config: unknown, values?: unknown, callback?: Callback) => unknown;

/**
 * A connection with a time limit for each query. If there is no answer, the connection is closed, so that a pool opens a new
 * one. TCP alone would wait for a quarter of an hour, or forever if the answer was lost. A transaction has the time limit of
 * the code that began it.
 */
export class PatientClient extends pg.Client {
	#patience = usualPatience;

	constructor(config?: pg.ClientConfig) {
		super(config);
		const query = this.query.bind(this) as unknown as Query;
		// the driver's method has many signatures, which end in a callback or return a promise
		this.query = ((config: string | { text?: string }, values?: unknown, callback?: Callback) => {
			const text = typeof config === 'string' ? config : config.text;
			if (text === 'BEGIN') this.#patience = patience.getStore() ?? usualPatience;
			const timer = setTimeout(() => this.#cut(), this.#patience);
			const settle = () => {
				clearTimeout(timer);
				if (text === 'COMMIT' || text === 'ROLLBACK') this.#patience = usualPatience;
			};
			const settling =
				(given: Callback): Callback =>
				(error, result) => {
					settle();
					given(error, result);
				};
			if (typeof values === 'function') return query(config, settling(values as Callback));
			if (callback) return query(config, values, settling(callback));
			return (query(config, values) as Promise<unknown>).finally(settle);
		}) as pg.Client['query'];
	}

	#cut(): void {
		const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
		const error = new Error('The database did not answer in time');
		// the same error as the system's for a peer that is gone
		stream.destroy(Object.assign(error, { code: 'ETIMEDOUT', syscall: 'read', errno: -110 }));
	}

	/** Sends the time zone as a parameter of its own, which poolers such as PgBouncer accept although they refuse `options`. */
	getStartupConf(): Record<string, string> {
		const inherited = (pg.Client.prototype as unknown as PatientClient).getStartupConf;
		// the adapter writes and reads instants without an offset
		return { ...inherited.call(this), TimeZone: 'UTC' };
	}
}
