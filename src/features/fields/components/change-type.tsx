'use client';

import { type ReactElement, useEffect, useState } from 'react';
import { Field } from '@/components/form/field';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { message } from '@/components/form/message';
import { useUndoToast } from '@/components/form/undo-toast';
import { NativeSelect } from '@/components/ui/native-select';
import { type CustomField, type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { changeFieldType } from '../actions';
import { type ShownOutlook, TypeOutlookText } from './type-outlook-text';

/** Gives a field another type, in a dialog that says first what becomes of its values. */
export function ChangeType({ field, trigger }: { field: CustomField; trigger: ReactElement }) {
	const [open, setOpen] = useState(false);
	const [type, setType] = useState<FieldType | ''>('');
	const [outlook, setOutlook] = useState<{ of: FieldType; is: ShownOutlook } | null>(null);
	const undoToast = useUndoToast();
	const { id, name } = field;

	useEffect(() => {
		if (!open || type === '') return;
		let isAsked = true;
		void readJson<ShownOutlook>(`/api/fields/type-change?id=${id}&type=${type}`)
			.catch(whyNoAnswer)
			.then((is) => isAsked && setOutlook({ of: type, is }));
		return () => {
			isAsked = false;
		};
	}, [open, id, type]);

	const shown = outlook?.of === type ? outlook.is : null;
	const lost = shown && typeof shown === 'object' && 'whole' in shown ? shown.part + shown.nothing : null;
	return (
		<FormDialogButton
			open={open}
			onOpenChange={(opens) => {
				setOpen(opens);
				setType('');
				setOutlook(null);
			}}
			trigger={trigger}
			title={message`Change type of ${name}`}
			description="Values that fit the new type stay. You can undo this."
			submit="Change type"
			pendingText="Changing…"
			action={async () => {
				if (type === '') return { ok: false, message: '', fieldErrors: { type: 'Select a type.' } } as const;
				if (lost === null)
					return { ok: false, message: 'Wait until it says what becomes of the values, then try again.' } as const;
				return changeFieldType({ id, type, lost });
			}}
			onDone={({ data, changeSet }) => {
				setOpen(false);
				undoToast(message`Changed type of ${data.name}`, changeSet);
			}}
		>
			<div className="flex flex-col gap-4">
				<Field name="type" label="New type">
					{(control) => (
						<NativeSelect {...control} value={type} onChange={(event) => setType(event.target.value as FieldType)}>
							<option value="" disabled>
								Select a type
							</option>
							{Object.entries(fieldTypes).map(([each, label]) => (
								<option key={each} value={each} disabled={each === field.type}>
									{label}
								</option>
							))}
						</NativeSelect>
					)}
				</Field>
				<div aria-live="polite" className="min-h-20">
					{type !== '' && <TypeOutlookText from={field.type} to={type} outlook={shown} />}
				</div>
			</div>
		</FormDialogButton>
	);
}
