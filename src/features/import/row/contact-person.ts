import { maxPoints, type PointKind } from '@/domain/contact-points/contact-point';
import { pointValues } from '@/domain/contact-points/contact-point-schema';
import { optionalEmail, optionalLine, optionalPhone } from '@/lib/text/text';
import type { ImportSettings } from '../import-settings';
import type { RowPoints } from './point-cells';
import { pointsInCell } from './point-texts';
import { type Cells, type CustomFields, labelOf, type RowContext } from './row-fields';

const givenFirst = ['firstName', 'middleName', 'lastName'];
const familyFirst = ['lastName', 'middleName', 'firstName'];

/** The name of a row's person from its parts, or the `whole` one where these are missing; '' for none. */
export function personName(values: Cells, whole: string | undefined, settings: ImportSettings): string {
	const parts = (settings.familyFirst ? familyFirst : givenFirst).flatMap((part) => values[part] ?? []);
	const isWhole = values.firstName !== undefined && values.lastName !== undefined;
	return isWhole ? parts.join(' ') : (whole ?? parts.join(' '));
}

/** A name for somebody of whom no more than an email address is known, by its first part. */
export function nameInEmail(email: string): string {
	return (email.slice(0, 254).split('@')[0] ?? '')
		.split(/[._+\s-]+/u)
		.filter(Boolean)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}

const details = { contactEmail: optionalEmail(), contactPhone: optionalPhone(), contactTitle: optionalLine() };
const kinds: Record<string, PointKind> = { contactEmail: 'email', contactPhone: 'phone' };

/** What a row says of the contact person beside its record; what is no address or number stays with the record. */
export function contactDetails(
	values: Cells,
	contact: string | null,
	metadata: CustomFields,
	{ settings, locale }: RowContext,
): { [field: string]: unknown; contactEmail?: string | null } {
	const contactPoints: { kind: PointKind; value: string }[] = [];
	const said = Object.entries(details).map(([id, schema]) => {
		const text = values[id];
		if (text === undefined) return [id, null] as const;
		const kind = kinds[id];
		const [first = text, ...others] = kind ? textsOf(kind, text, { ...settings, locale }) : [text];
		const read = contact ? schema.safeParse(first) : null;
		if (!read?.success) metadata.setAside(labelOf(id, settings.kind), text);
		for (const other of read?.success && kind ? others : []) {
			const further = pointValues[kind as PointKind].safeParse(other);
			if (further.success && contactPoints.length < maxFurther)
				contactPoints.push({ kind: kind as PointKind, value: further.data ?? other });
			else metadata.setAside(labelOf(id, settings.kind), other);
		}
		return [id, read?.data ?? null] as const;
	});
	return { ...Object.fromEntries(said), contactPoints };
}

/** Beside the main email and phone a contact has as many. */
const maxFurther = maxPoints - 2;

const textsOf = (kind: PointKind, text: string, style: { source: string | null; locale: string }) =>
	pointsInCell(kind, text, style).map(({ value }) => value);

/** A company's emails or phone numbers with those that a row has for a contact person whom it does not name. */
export function withUnnamed(
	points: RowPoints['email'],
	kind: 'email' | 'phone',
	text: string | undefined,
	{ settings, locale }: RowContext,
): RowPoints['email'] | null {
	const present = points.values ?? [];
	if (text === undefined || typeof present === 'string') return null;
	const others = textsOf(kind, text, { ...settings, locale });
	if (!others.every((other) => pointValues[kind].safeParse(other).success)) return null;
	const added = others.filter((other) => !present.includes(other));
	return { values: [...present, ...added], labels: [...points.labels, ...added.map(() => null)] };
}
