import 'server-only';
import { withPatience } from '@/lib/operations/db-connection';
import { describeError } from '@/lib/operations/describe-error';
import { log } from '@/lib/operations/log';
import { db } from './db';

/** So long, in milliseconds, the database has for an answer. */
const patience = 2_000;

let asking: Promise<boolean> | null = null;

/** Whether the database answers. However often it is asked, only one question is on its way. */
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

/** Gives its connection up where the answer stays away, so that the next question goes over another one. */
function ask(): Promise<boolean> {
	return withPatience(patience, () => db.$transaction((tx) => tx.$queryRaw`SELECT 1`)).then(
		() => true,
		(error) => {
			log.warn({ error: describeError(error) }, 'the database does not answer');
			return false;
		},
	);
}
