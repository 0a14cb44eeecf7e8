import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import { withReadable } from '@/lib/text/domain-names';
import { type MainColumns, type Point, type PointKind, pointsOfKind, tooManyPoints } from './contact-point';
import { type PointOwner, savePoints } from './contact-point-records';
import type { PointPair } from './points-field';

type WithPoints = MainColumns & { id: string; points: Point[] };

const mainColumns = { email: 'email', phone: 'phone', link: 'website' } as const;

/** How the emails, phones or links of a locked company or contact are read and written as one field. */
export function pointsRule<Row extends WithPoints>(noun: PointOwner['noun'], kind: PointKind) {
	return {
		of: (row: Row): PointPair[] => pointsOfKind(withReadable(row), kind).map(({ value, label }) => [value, label]),
		save: async (tx: Tx, userId: UserId, row: Row, pairs: PointPair[]): Promise<void> => {
			const points = pairs.map(([value, label]): Point => ({ kind, value, label }));
			const others = (['email', 'phone', 'link'] as const)
				.filter((each) => each !== kind)
				.flatMap((each) => pointsOfKind(row, each));
			const problem = tooManyPoints(points.length + others.length);
			if (problem) refuseField({ value: problem });
			// the links of a contact are all rows
			const hasMain = kind !== 'link' || noun === 'company';
			const [main, ...further] = hasMain ? points : [undefined, ...points];
			if (hasMain) await saveMain(tx, userId, { noun, id: row.id }, kind, main);
			const kept = row.points.filter((point) => point.kind !== kind);
			await savePoints(tx, userId, { noun, id: row.id }, [...kept, ...further.filter((point) => point !== undefined)]);
		},
	};
}

async function saveMain(tx: Tx, userId: UserId, { noun, id }: PointOwner, kind: PointKind, main?: Point) {
	const column = mainColumns[kind];
	const [value, label] = [Prisma.raw(column), Prisma.raw(`${column}_label`)];
	await tx.$executeRaw`
		UPDATE ${Prisma.raw(noun)} SET ${value} = ${main?.value ?? null}, ${label} = ${main?.label ?? null}
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid
			AND (${value}, ${label}) IS DISTINCT FROM (${main?.value ?? null}::text, ${main?.label ?? null}::text)`;
}
