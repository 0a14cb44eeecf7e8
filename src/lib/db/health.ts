import 'server-only';
import { withPatience } from '@/lib/operations/db-connection';
import { describeError } from '@/lib/operations/describe-error';
import { log } from '@/lib/operations/log';
import { db } from './db';

/** How long the database has to answer, in milliseconds. */
const patience = 2_000;

let asking: Promise<boolean> | null = null;

/** Whether the database answers. Only one query runs at a time, however often this is called. */
export async function isDatabaseReady(): Promise<boolean> {
	asking ??= ask().finally(() => {
		asking = null;
	});
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<false>((resolve) => {
		timer = setTimeout(() => resolve(false), patience);
	});
	return Promise.race([asking, late]).finally(() => clearTimeout(timer));
}

/** Gives up the connection if there is no answer, so that the next query uses another one. */
function ask(): Promise<boolean> {
	return withPatience(patience, () => db.$transaction((tx) => tx.$queryRaw`SELECT 1`)).then(
		() => true,
		(error) => {
			log.warn({ error: describeError(error) }, 'the database does not answer');
			return false;
		},
	);
}
