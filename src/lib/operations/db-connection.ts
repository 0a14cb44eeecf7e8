import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import pg from 'pg';

/** What plans assume, unless the address of the database says otherwise. */
const planning = [
	// the data lies in memory or on an SSD: a row found by an index costs little more than the next one of the table
	'random_page_cost=1.1',
	// no query here runs for so long that compiling it pays
	'jit=off',
];

/** How soon the server notices that we are gone, and lets go of what we had locked; none of it counts on a socket. */
const vigilance = [
	'tcp_keepalives_idle=30',
	'tcp_keepalives_interval=5',
	'tcp_keepalives_count=3',
	'tcp_user_timeout=30000',
	'client_connection_check_interval=10000',
];

/**
 * The settings of a connection to an address: its own `options`, which would replace ours, come after ours and hold.
 * Without `withOptions` there are none of ours, for a pooler that refuses them.
 */
export function connectionConfig(address: string, { withOptions }: { withOptions: boolean }): pg.ClientConfig {
	const url = new URL(address);
	const own = url.searchParams.get('options') ?? '';
	url.searchParams.delete('options');
	const ours = [...planning, ...vigilance].map((setting) => `-c ${setting}`);
	return {
		connectionString: url.href,
		// a peer that is gone without a word is noticed some ten seconds after the first probe
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
		...((withOptions || own) && { options: [...(withOptions ? ours : []), own].join(' ') }),
	};
}

/** For how long a query may go unanswered, in milliseconds, before its connection counts as dead. */
const usualPatience = 20_000;

const patience = new AsyncLocalStorage<number>();

/** Runs work whose transactions wait for each answer for so many milliseconds, where that is not as long as usual. */
export function withPatience<Result>(milliseconds: number, work: () => Result): Result {
	return patience.run(milliseconds, work);
}

type Callback = (error: Error | null, result?: unknown) => void;
type Query = (config: unknown, values?: unknown, callback?: Callback) => unknown;

/**
 * A connection that does not wait forever: one that leaves a query unanswered is cut, so that a pool makes a new one. TCP
 * alone would wait for a quarter of an hour, or without end where the answer got lost. Each transaction has the patience of
 * the code that began it.
 */
export class PatientClient extends pg.Client {
	#patience = usualPatience;

	constructor(config?: pg.ClientConfig) {
		super(config);
		const query = this.query.bind(this) as unknown as Query;
		// the driver has many shapes of it; they end in a callback or in a promise
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
		// as the system says it of a peer that is gone
		stream.destroy(Object.assign(error, { code: 'ETIMEDOUT', syscall: 'read', errno: -110 }));
	}

	/** Names the time zone by itself: poolers such as PgBouncer know it, though no `options`; and it goes before those. */
	getStartupConf(): Record<string, string> {
		const inherited = (pg.Client.prototype as unknown as PatientClient).getStartupConf;
		// the adapter writes and reads instants without their offset
		return { ...inherited.call(this), TimeZone: 'UTC' };
	}
}
