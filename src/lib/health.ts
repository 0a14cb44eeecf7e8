import 'server-only';
import { db } from '@/lib/db';

/** So long, in milliseconds, the database has for an answer. */
const patience = 2_000;

let asking: Promise<boolean> | null = null;

/** Whether the database answers. However often it is asked, only one question is on its way. */
export async function isDatabaseReady(): Promise<boolean> {
	asking ??= db.$queryRaw`SELECT 1`
		.then(
			() => true,
			() => false,
		)
		.finally(() => {
			asking = null;
		});
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<false>((resolve) => {
		timer = setTimeout(() => resolve(false), patience);
	});
	return Promise.race([asking, late]).finally(() => clearTimeout(timer));
}
