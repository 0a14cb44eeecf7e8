import 'server-only';
import type { z } from 'zod';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { formText } from '@/domain/custom-fields/custom-values';
import { nameDefaults } from '@/domain/custom-fields/held-records';
import type { MetadataValue } from '@/domain/custom-fields/metadata';
import { readTyped } from '@/domain/fields/custom-value';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import type { FieldSent, fieldChanges } from '../schema';

type Sent = Omit<FieldSent<typeof fieldChanges>, 'was'>;
type Was = NonNullable<z.output<typeof fieldChanges>['was']>;

/** What is there now of the parts of a field that its form and somebody else have changed: as the form sends them, and in words. */
export type FieldConflict = Record<string, { value: string; shown: string }>;

const parts = [
	'name',
	'help',
	'inList',
	'inForms',
	'required',
	'isUnique',
	'reminds',
	'remindDays',
	'options',
] as const;

/**
 * What is to be saved of a form of a field, part by part: what it leaves as it was is left as it is by now, and what it changes is in
 * conflict if somebody else has changed it meanwhile, to something else.
 */
export async function mergeField(
	tx: Tx,
	userId: UserId,
	field: CustomField,
	{ sent, was }: { sent: Sent; was: Was },
): Promise<{ merged: Sent; conflict: FieldConflict }> {
	const merged = { ...sent };
	const conflict: FieldConflict = {};
	for (const part of parts) {
		const present = field[part];
		if (same(sent[part], was[part])) Object.assign(merged, { [part]: present });
		else if (!same(present, was[part]) && !same(present, sent[part])) conflict[part] = words[part](field);
	}
	if ((sent.defaultValue ?? '') === (was.defaultValue ?? '')) delete merged.defaultValue;
	else {
		const style = await getSettings(userId, tx);
		const stored = async (text = '') => {
			const read = await readTyped(tx, userId, field, { text, style });
			return JSON.stringify('problem' in read ? text : (read.value ?? null));
		};
		const present = JSON.stringify(field.defaultValue ?? null);
		if (present !== (await stored(was.defaultValue)) && present !== (await stored(sent.defaultValue))) {
			const value = formText(field, (field.defaultValue ?? undefined) as MetadataValue | undefined, style);
			conflict.defaultValue = { value, shown: (await nameDefaults(userId, [field]))[value] ?? value };
		}
	}
	return { merged, conflict };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const plain = (value: string) => ({ value, shown: value });
const box = (isOn: boolean) => ({ value: isOn ? 'on' : '', shown: isOn ? 'on' : 'off' });
const reminding = { yearly: 'Every year', once: 'Once' };

const words: Record<(typeof parts)[number], (field: CustomField) => FieldConflict[string]> = {
	name: ({ name }) => plain(name),
	help: ({ help }) => plain(help ?? ''),
	inList: ({ inList }) => box(inList),
	inForms: ({ inForms }) => box(inForms),
	required: ({ required }) => box(required),
	isUnique: ({ isUnique }) => box(isUnique),
	reminds: ({ reminds }) => ({ value: reminds ?? '', shown: reminds ? reminding[reminds] : 'Never' }),
	remindDays: ({ remindDays }) => plain(String(remindDays ?? '')),
	options: ({ options }) => ({ value: JSON.stringify(options), shown: options.map(({ name }) => name).join(', ') }),
};
