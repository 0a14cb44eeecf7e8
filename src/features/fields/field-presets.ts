import type { CustomField } from '@/domain/custom-fields/custom-field-types';

/** A ready-made field, which an account has once it adds it. */
export type FieldPreset = Pick<CustomField, 'name' | 'type'> & {
	kinds: readonly CustomField['kind'][];
	/** What it does beyond holding a value, in a few words. */
	does: string;
	options?: readonly string[];
} & Partial<Pick<CustomField, 'checks' | 'isUnique' | 'reminds' | 'remindDays'>>;

export const presets = {
	leadSource: {
		name: 'Lead source',
		kinds: ['company', 'contact'],
		type: 'choice',
		does: 'One from a list',
		options: ['Referral', 'Website', 'Trade fair', 'Cold call', 'Email campaign', 'Social media', 'Partner', 'Other'],
	},
	taxCode: {
		name: 'Tax code',
		kinds: ['company'],
		type: 'text',
		does: 'Warns of typos in Vietnamese and EU codes',
		checks: 'tax_code',
		isUnique: true,
	},
	birthday: {
		name: 'Birthday',
		kinds: ['contact'],
		type: 'date',
		does: 'On Today 7 days before, every year',
		reminds: 'yearly',
		remindDays: 7,
	},
	contractEnd: {
		name: 'Contract ends on',
		kinds: ['company', 'deal'],
		type: 'date',
		does: 'On Today 30 days before',
		reminds: 'once',
		remindDays: 30,
	},
	language: {
		name: 'Preferred language',
		kinds: ['contact'],
		type: 'choice',
		does: 'One from a list',
		options: ['Vietnamese', 'English', 'Chinese', 'Japanese', 'Korean', 'French', 'German'],
	},
} satisfies Record<string, FieldPreset>;

export type FieldPresetName = keyof typeof presets;

/** The ready-made fields of a kind that an account could add: those that it has not, and whose name no field of it has. */
export function offeredPresets(
	kind: CustomField['kind'],
	fields: readonly CustomField[],
): [FieldPresetName, FieldPreset][] {
	const own = fields.filter((field) => field.kind === kind);
	return (Object.entries(presets) as [FieldPresetName, FieldPreset][]).filter(
		([key, { kinds, name }]) =>
			kinds.includes(kind) &&
			own.every((field) => field.preset !== key && field.name.toLowerCase() !== name.toLowerCase()),
	);
}
