import 'server-only';
import type { z } from 'zod';
import { type CustomField, customName } from '@/domain/custom-fields/custom-field-types';
import { customWords } from '@/domain/custom-fields/custom-words';
import { nameHeldRecords } from '@/domain/custom-fields/held-records';
import { isMetadata, type MetadataValue } from '@/domain/custom-fields/metadata';
import { customFields } from '@/domain/field-definitions';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { read } from '@/lib/db/read';
import type { CardField, CardValues } from '../board/card-fields';
import type { cardFieldsAsked } from '../schema';

/** The custom fields that cards can show. */
export async function listCardFields(userId: UserId): Promise<CardField[]> {
	return (await ofDeals(userId)).map(({ id, name }) => ({ part: customName(id), name }));
}

/** What deals have of custom fields, as text; empty for nothing. Deals and fields of other accounts are left out. */
export async function readCardFields(
	userId: UserId,
	{ fields: asked, deals: ids }: z.output<typeof cardFieldsAsked>,
): Promise<CardValues> {
	const fields = (await ofDeals(userId)).filter(({ id }) => asked.includes(customName(id)));
	if (fields.length === 0 || ids.length === 0) return {};
	const [settings, deals] = await Promise.all([
		getSettings(userId),
		read<{ id: string; metadata: unknown }[]>`
			SELECT d.id, d.metadata FROM deal d WHERE d.user_id = ${userId}::uuid AND d.id = ANY (${ids}::uuid[])`,
	]);
	const valueIn = ({ metadata }: { metadata: unknown }, { id }: CustomField) =>
		isMetadata(metadata) ? metadata[id] : undefined;
	const held = (type: 'contact' | 'company') =>
		fields.flatMap((field) => (field.type === type ? deals.map((deal) => valueIn(deal, field)) : []));
	const names = await nameHeldRecords(userId, { contacts: held('contact'), companies: held('company') });
	return Object.fromEntries(
		deals.map((deal) => [
			deal.id,
			Object.fromEntries(
				fields.map((field) => [customName(field.id), textOf(field, valueIn(deal, field), settings, names)]),
			),
		]),
	);
}

async function ofDeals(userId: UserId): Promise<CustomField[]> {
	return (await customFields(userId)).filter(({ kind, isArchived }) => kind === 'deal' && !isArchived);
}

/** The most characters of a value that a card shows. */
const longest = 120;

function textOf(
	field: CustomField,
	value: MetadataValue | undefined,
	settings: Settings,
	names: Record<string, string>,
): string {
	if (value === undefined || value === null) return '';
	const { type, options } = field;
	if (type === 'choice' || type === 'choices') {
		const chosen = [value].flat();
		return options.flatMap(({ id, name }) => (chosen.includes(id) ? [name] : [])).join(', ');
	}
	if (type === 'contact' || type === 'company') return names[String(value)] ?? `A ${type} that is gone`;
	return customWords(field, value, settings).slice(0, longest);
}
