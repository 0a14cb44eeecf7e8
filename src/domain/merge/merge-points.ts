import 'server-only';
import {
	type MainColumns,
	type Point,
	type PointKind,
	pointKinds,
	pointsOfKind,
	tooManyPoints,
	withoutRepeats,
} from '@/domain/contact-points/contact-point';
import { Refusal } from '@/lib/errors/errors';
import { type CountryCode, phoneIdentity } from '@/lib/text/phone-number';

type MergedRecord = MainColumns & { points: Point[] };
type Side = 'kept' | 'gone';

/**
 * The points of two records that become one: of each kind with main points the chosen one, then the other, then all further
 * ones, each once, phone numbers compared as they are dialed. Where nothing is chosen to be the main one, the other is dropped.
 * Refuses more than a record can have.
 */
export function mergedPoints(
	{ kept, gone }: Record<Side, MergedRecord>,
	chosen: Partial<Record<PointKind, Side>>,
	country: CountryCode,
): { mains: Record<PointKind, Point | undefined>; points: Point[] } {
	const keyOf = ({ kind, value }: Point) => (kind === 'phone' ? phoneIdentity(value, country) : value.toLowerCase());
	const mains: Record<PointKind, Point | undefined> = { email: undefined, phone: undefined, link: undefined };
	const points: Point[] = [];
	for (const kind of pointKinds) {
		const side = chosen[kind];
		const all = withoutRepeats(ordered(kind, { kept, gone }, side), keyOf);
		if (side) mains[kind] = all.shift();
		points.push(...all);
	}
	const count = points.length + Object.values(mains).filter(Boolean).length;
	const tooMany = tooManyPoints(count);
	if (tooMany)
		throw new Refusal(
			`Together the two have ${count} emails, phones, and links. ${tooMany} Remove some of them first.`,
		);
	return { mains, points };
}

function ordered(kind: PointKind, { kept, gone }: Record<Side, MergedRecord>, side: Side | undefined): Point[] {
	if (!side) return [...pointsOfKind(kept, kind), ...pointsOfKind(gone, kind)];
	const [main, other] = side === 'kept' ? [kept, gone] : [gone, kept];
	const mainOf = (record: MergedRecord) => pointsOfKind({ ...record, points: [] }, kind);
	const furtherOf = (record: MergedRecord) => record.points.filter((point) => point.kind === kind);
	const first = mainOf(main);
	return [...first, ...(first.length > 0 ? mainOf(other) : []), ...furtherOf(kept), ...furtherOf(gone)];
}
