import { z } from 'zod';
import { jsonField } from '@/lib/text/json-field';
import { maxPoints, type Point, type PointKind, withoutRepeats } from './contact-point';
import { pointLabel, pointValues } from './contact-point-schema';

const notPoints = 'This is not a list of values with labels.';

const lines = z
	.array(z.tuple([z.string(), z.string().nullable()], notPoints), notPoints)
	.max(10 * maxPoints, notPoints);

/**
 * A record's emails, phones or links as an editor in place shows and sends them: JSON of each value with its label, in their
 * order, the main one first. A line without a value is none.
 */
export function pointsField(kind: PointKind) {
	const points = lines.transform((pairs, context): Point[] => {
		const read = pairs.flatMap(([text, labelText]) => {
			const value = pointValues[kind].safeParse(text);
			const label = pointLabel.safeParse(labelText);
			const wrong = value.error ?? label.error;
			if (wrong) context.addIssue({ code: 'custom', message: wrong.issues[0]?.message ?? notPoints });
			return value.data ? [{ kind, value: value.data, label: label.data ?? null }] : [];
		});
		return withoutRepeats(read);
	});
	return z
		.string(notPoints)
		.transform((text): string | null | undefined => text || '[]')
		.pipe(jsonField<Point[]>(points, notPoints))
		.transform((all) => (all ?? []).map(({ value, label }): PointPair => [value, label]));
}

/** A value with its label. */
export type PointPair = [value: string, label: string | null];
