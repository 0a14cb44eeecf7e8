import pg from 'pg';
import { prepareAction } from './action.ts';
import type { Sample } from './measure.ts';

/** So many cards of a column are on the screen, for a card to be dropped between. */
const onScreen = 25;

/**
 * Returns a function that drops some open card into some column between two cards that stand there, as the board does,
 * and fails where the answer is not that it was done. The same drops on every machine.
 */
export async function prepareDrops(
	server: { url: string; checkout?: string; databaseUrl: string },
	userId: string,
	cookie: string,
) {
	const columns = await readColumns(server.databaseUrl, userId);
	const stages = [...columns.keys()];
	const move = prepareAction(server, 'deals', 'moveDeal', '/deals', cookie);
	const random = randomNumbers();
	const some = <T>(list: T[]): T => {
		const chosen = list[Math.floor(random() * list.length)];
		if (chosen === undefined) throw new Error('There is nothing to choose from.');
		return chosen;
	};

	return async function drop(): Promise<Sample> {
		const from = columns.get(some(stages.filter((stage) => !stage.startsWith('closed')))) ?? [];
		const id = some(from);
		from.splice(from.indexOf(id), 1);
		const stage = some(stages);
		const to = columns.get(stage) ?? [];
		const index = Math.floor(random() * (Math.min(to.length, onScreen) + 1));
		const neighbours = { above: to[index - 1] ?? null, below: to[index] ?? null };
		to.splice(index, 0, id);
		return move({ id, stage, ...neighbours, query: '' });
	};
}

/** The ids on the board, column by column, from top to bottom. */
async function readColumns(databaseUrl: string, userId: string): Promise<Map<string, string[]>> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		const { rows } = await client.query<{ stage: string; ids: string[] }>(
			`SELECT stage::text, array_agg(id::text ORDER BY position) AS ids FROM deal
			WHERE user_id = $1 AND (closed_at IS NULL OR closed_at > now() - interval '89 days') GROUP BY stage ORDER BY deal.stage`,
			[userId],
		);
		return new Map(rows.map(({ stage, ids }) => [stage, ids]));
	} finally {
		await client.end();
	}
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function randomNumbers(): () => number {
	let state = 20_261_125;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
