import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import type { Point } from './contact-point';

// The only module that writes the further points of companies and contacts. The main ones are columns of the record.

type OwnerNoun = 'company' | 'contact';
/** A company or a contact. */
export type PointOwner = { noun: OwnerNoun; id: string };

/** A column with the further points of the rows of a table, in their order. */
export const pointsColumn = (noun: OwnerNoun, alias: string) =>
	Prisma.raw(`(
		SELECT coalesce(json_agg(json_build_object('kind', n.kind, 'label', n.label, 'value', n.value) ORDER BY n.kind, n.place, n.id), '[]')
		FROM contact_point n WHERE n.user_id = ${alias}.user_id AND n.${noun}_id = ${alias}.id
	)`);

const ofOwner = ({ noun, id }: PointOwner) => (noun === 'company' ? { companyId: id } : { contactId: id });

/** The further points of a record, in their order. */
export async function readPoints(tx: Tx, userId: UserId, owner: PointOwner): Promise<Point[]> {
	const rows = await findRows(tx, userId, owner);
	return rows.map(({ kind, label, value }) => ({ kind, label, value }));
}

function findRows(tx: Tx, userId: UserId, owner: PointOwner) {
	return tx.contactPoint.findMany({
		where: { userId, ...ofOwner(owner) },
		orderBy: [{ kind: 'asc' }, { place: 'asc' }, { id: 'asc' }],
	});
}

/** Gives a new record its further points. */
export async function addPoints(tx: Tx, userId: UserId, owner: PointOwner, points: Point[]): Promise<void> {
	if (points.length === 0) return;
	await tx.contactPoint.createMany({
		data: placed(points).map((point) => ({ userId, id: uuidv7(), ...ofOwner(owner), ...point })),
	});
}

/**
 * Makes the further points of a record those given, in their order, and gives it a new version if that changes any. Its row
 * has to be locked. A row keeps its value where it can, so that the history tells what changed and not that all did.
 */
export async function savePoints(tx: Tx, userId: UserId, owner: PointOwner, points: Point[]): Promise<void> {
	const present = await findRows(tx, userId, owner);
	const wanted = placed(points);
	const rows = new Map<(typeof wanted)[number], (typeof present)[number]>();
	const free = new Set(present);
	const take = (fits: (row: (typeof present)[number], point: Point) => boolean) => {
		for (const point of wanted) {
			const row = rows.has(point) ? undefined : [...free].find((each) => each.kind === point.kind && fits(each, point));
			if (!row) continue;
			rows.set(point, row);
			free.delete(row);
		}
	};
	take((row, { value, label }) => row.value === value && row.label === label);
	take((row, { value }) => row.value === value);
	take(() => true);

	const changed = wanted.filter((point) => {
		const row = rows.get(point);
		return row && (row.value !== point.value || row.label !== point.label || row.place !== point.place);
	});
	const added = wanted.filter((point) => !rows.has(point));
	if (changed.length + added.length + free.size === 0) return;
	if (free.size > 0) await tx.contactPoint.deleteMany({ where: { userId, id: { in: [...free].map(({ id }) => id) } } });
	for (const point of changed) {
		const { value, label, place } = point;
		const id = rows.get(point)?.id ?? '';
		await tx.contactPoint.update({ where: { userId_id: { userId, id } }, data: { value, label, place } });
	}
	if (added.length > 0)
		await tx.contactPoint.createMany({
			data: added.map((point) => ({ userId, id: uuidv7(), ...ofOwner(owner), ...point })),
		});
	await renewVersion(tx, userId, owner);
}

/** Points with their places among those of their kind. */
function placed(points: Point[]): (Point & { place: number })[] {
	return points.map((point) => ({
		...point,
		place: points.filter(({ kind }) => kind === point.kind).indexOf(point),
	}));
}

/** Gives a record a new version: its points are part of its form. */
async function renewVersion(tx: Tx, userId: UserId, { noun, id }: PointOwner): Promise<void> {
	await tx.$executeRaw`
		UPDATE ${Prisma.raw(noun)} SET version = nextval(${`${noun}_version_seq`}::regclass), updated_at = now()
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
}

/** Whether two lists are the same points in the same order. */
export function areSamePoints(one: Point[], other: Point[]): boolean {
	const plain = (points: Point[]) => JSON.stringify(points.map(({ kind, label, value }) => [kind, label, value]));
	return plain(one) === plain(other);
}
