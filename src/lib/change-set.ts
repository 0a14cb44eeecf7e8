import 'server-only';
import { db, type Tx } from '@/lib/db';

/**
 * Runs a piece of work in one transaction whose every change is logged under one change set; `timeout` in milliseconds where
 * it may take longer than usual.
 */
export function inChangeSet<Data>(
	{ id, label }: { id: string; label: string },
	run: (tx: Tx) => Promise<Data>,
	{ timeout }: { timeout?: number } = {},
): Promise<Data> {
	return db.$transaction(
		async (tx) => {
			await tx.$executeRaw`SELECT set_config('app.change_set', ${id}, true), set_config('app.change_label', ${label}, true)`;
			return run(tx);
		},
		timeout ? { timeout } : {},
	);
}
