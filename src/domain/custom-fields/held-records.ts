import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import type { UserId } from '@/lib/auth/session';
import { read } from '@/lib/db/read';
import { isRecordId } from '@/lib/text/text';

/** What contacts and companies are called, by their ids; without a statement where there are none. */
export async function nameHeldRecords(
	userId: UserId,
	values: { contacts: readonly unknown[]; companies: readonly unknown[] },
): Promise<Record<string, string>> {
	const [contacts, companies] = [idsIn(values.contacts), idsIn(values.companies)];
	if (contacts.length + companies.length === 0) return {};
	const named = await read<{ id: string; name: string }[]>`
		SELECT id, name FROM contact WHERE user_id = ${userId}::uuid AND id = ANY (${contacts}::uuid[])
		UNION ALL
		SELECT id, name FROM company WHERE user_id = ${userId}::uuid AND id = ANY (${companies}::uuid[])`;
	return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}

/** What the contacts and companies are called that fields begin with in new forms, by their ids. */
export function nameDefaults(userId: UserId, fields: readonly CustomField[]): Promise<Record<string, string>> {
	const defaultsOf = (type: 'contact' | 'company') =>
		fields.flatMap((field) => (field.type === type ? [field.defaultValue] : []));
	return nameHeldRecords(userId, { contacts: defaultsOf('contact'), companies: defaultsOf('company') });
}

const idsIn = (values: readonly unknown[]) => [
	...new Set(values.filter((value) => typeof value === 'string').filter(isRecordId)),
];
