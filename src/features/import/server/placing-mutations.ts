import 'server-only';
import { generateNKeysBetween } from 'fractional-indexing';
import { lockColumns } from '@/domain/deal-positions';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';

/** Gives the deals on the stage that will be made their places: on top of their columns, in the order of the file. */
export async function placeDeals(tx: Tx, userId: UserId): Promise<void> {
	const stages = await tx.$queryRaw<{ stage: string; count: number }[]>`
		SELECT r.data ->> 'stage' AS stage, count(*)::int AS count FROM import_row r WHERE r.how = 'create' GROUP BY 1`;
	await lockColumns(
		tx,
		userId,
		stages.map(({ stage }) => stage),
	);
	for (const { stage, count } of stages) {
		const [top] = await tx.$queryRaw<{ position: string | null }[]>`
			SELECT min(position) AS position FROM deal WHERE user_id = ${userId}::uuid AND stage = ${stage}::deal_stage`;
		const positions = generateNKeysBetween(null, top?.position ?? null, count);
		await tx.$executeRaw`
			UPDATE import_row r SET position = p.position
			FROM (SELECT n, row_number() OVER (ORDER BY n) AS place FROM import_row WHERE how = 'create' AND data ->> 'stage' = ${stage}) o
			JOIN unnest(${positions}::text[]) WITH ORDINALITY AS p(position, place) ON p.place = o.place
			WHERE r.n = o.n`;
	}
}
