'use client';

import type { ReactNode } from 'react';
import { Picker, type PickerOption } from '@/components/form/picker/picker';
import { offerContact } from '@/domain/people';
import { ChoiceInput } from './choice-input';
import { ChoicesInput } from './choices-input';
import { DayInput, type InputProps, LineInput, MoneyInput, PointInput, TextInput } from './field-inputs';
import { choiceShown, type FieldDraft, type Property, propertyText } from './property';

type FieldInputProps = {
	property: Property;
	place: number;
	value: string;
	/** What a record that was entered and not saved is called. */
	text: string | undefined;
	more: FieldDraft['more'];
	control: InputProps;
	own: ReactNode;
	/** Called with what was picked from a list, which is saved at once. */
	onPick: (draft: FieldDraft) => void;
};

/** How a record of the typed name is offered that is not there yet. */
const offered = {
	newCompany: (name: string) => `Create company “${name}”`,
	newContact: offerContact,
};

/** The input for a property's kind of value. */
export function FieldInput({ property, place, value, text, more, control, own, onPick }: FieldInputProps) {
	const { editor, field, label } = property;
	switch (editor.as) {
		case 'line':
			return <LineInput control={control} value={value} editor={editor} />;
		case 'text':
			return <TextInput control={control} value={value} />;
		case 'day':
			return <DayInput control={control} value={value} />;
		case 'money':
			return <MoneyInput control={control} value={value} usual={editor.usual} />;
		case 'points':
			return <PointInput control={control} value={value} field={field} place={place} />;
		case 'choices':
			return <ChoicesInput control={control} options={editor.options} value={value} />;
		case 'choice':
			return (
				<ChoiceInput
					id={control.id}
					describedBy={control['aria-describedby']}
					options={editor.options}
					value={value}
					onPick={(picked) => onPick({ value: picked, ...choiceShown(editor.options, picked) })}
				/>
			);
		case 'record': {
			const { creates } = editor;
			const isNew = creates !== undefined && more?.[creates] !== undefined;
			const named = { id: value, name: text ?? propertyText(property), ...(isNew && { isNew }) };
			return (
				<Picker<PickerOption & { companyName?: string }>
					name="value"
					label={label}
					initial={value === '' ? undefined : named}
					required={editor.required ?? false}
					source={editor.source}
					placeholder="Type to search"
					none={editor.none}
					creates={creates && { field: creates, label: offered[creates] }}
					detail={(option) => option.companyName ?? ''}
					startsOpen
					labelHidden
					onChoose={(chosen) =>
						onPick(
							!chosen
								? { value: '', text: '' }
								: 'isNew' in chosen && creates
									? { value: chosen.id, text: chosen.name, more: { [creates]: chosen.name } }
									: { value: chosen.id, text: chosen.name, to: `/${editor.list}/${chosen.id}` },
						)
					}
				/>
			);
		}
		case 'own':
			return own;
	}
}
