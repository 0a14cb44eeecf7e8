'use client';

import { useState } from 'react';
import { CustomValueInput } from '@/components/form/custom-value-input';
import type { Opener } from '@/components/form/dialog-opener';
import { FormDialog } from '@/components/form/form-dialog';
import { message } from '@/components/form/message';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import type { CustomOption, FieldType } from '@/domain/custom-fields/custom-field-types';
import type { RecordNoun } from '@/domain/named-record';
import { createFieldOfRecord } from '../actions';
import { OptionsInput } from './options-input';
import { TypeSelect } from './type-select';

type FieldDialogProps = {
	/** The id of the field to be. */
	id: string;
	kind: RecordNoun;
	recordId: string;
	open: boolean;
	onOpenChange: (open: boolean) => void;
	opener: Opener;
};

/** Defines a custom field and fills it in for one record. */
export function FieldDialog({ id, kind, recordId, ...dialog }: FieldDialogProps) {
	const undoToast = useUndoToast();
	return (
		<FormDialog
			{...dialog}
			title="New field"
			description={`Every ${kind} has it from now on. More can be set under Settings, Fields.`}
			submit="Save field"
			action={(fields) => createFieldOfRecord({ ...fields, id, kind, recordId, value: fields.value ?? '' })}
			onDone={({ data, changeSet }) => {
				dialog.onOpenChange(false);
				undoToast(message`Created ${data.name}`, changeSet);
			}}
		>
			<NewFieldOfRecord />
		</FormDialog>
	);
}

function NewFieldOfRecord() {
	const [type, setType] = useState<FieldType>('text');
	const [options, setOptions] = useState<CustomOption[]>([]);
	const isList = type === 'choice' || type === 'choices';
	return (
		<div className="flex flex-col gap-4">
			<TextField name="name" label="Field name" required autoFocus maxLength={80} />
			<TypeSelect value={type} onChange={setType} />
			{isList && <OptionsInput name="options" initial={[]} onOptions={setOptions} />}
			<CustomValueInput
				key={type}
				name="value"
				field={{ id: 'new', type, name: 'Value', help: null, checks: null, options }}
			/>
		</div>
	);
}
