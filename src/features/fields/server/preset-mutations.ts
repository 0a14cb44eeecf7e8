import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { fieldsToChange } from '@/domain/field-definitions';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { type FieldPreset, presets } from '../field-presets';
import { optionColour, type presetAsked } from '../schema';
import { createField } from './field-mutations';

/** Adds a ready-made field to a kind of record; returns its id and name. One that is there already stays as it is. */
export async function addReadyMadeField(
	tx: Tx,
	userId: UserId,
	{ id, kind, preset: key }: z.output<typeof presetAsked>,
) {
	const preset: FieldPreset = presets[key];
	if (!preset.kinds.includes(kind)) throw new Refusal('There is no such field for these records.');
	const present = (await fieldsToChange(tx, userId)).find((field) => field.kind === kind && field.preset === key);
	if (present) return { id: present.id, name: present.name };
	const { name, type, options = [], checks = null, isUnique = false, reminds = null, remindDays = null } = preset;
	const colours = optionColour.options;
	const made = await createField(tx, userId, {
		...{ id, kind, type, name, help: null, inList: false, reminds },
		...(remindDays !== null && { remindDays }),
		options: options.map((option, n) => ({
			id: uuidv7(),
			name: option,
			colour: colours[n % colours.length] ?? 'slate',
		})),
	});
	await tx.$executeRaw`
		UPDATE field SET preset = ${key}, checks = ${checks}, is_unique = ${isUnique}
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	return made;
}
