'use client';

import { useEffect, useRef, useState } from 'react';
import { CustomValueInput } from '@/components/form/custom-value-input';
import { Field } from '@/components/form/field';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { SignedOut } from '@/components/form/signed-out';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { SquarePenIcon } from '@/components/ui/icons';
import { NativeSelect } from '@/components/ui/native-select';
import { toast } from '@/components/ui/toast';
import type { SettableField } from '@/domain/custom-fields/custom-field-types';
import type { RecordNoun } from '@/domain/named-record';
import { focusPage } from '@/lib/browser/focus-page';
import { type NoAnswer, readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { setField } from '../actions';

type BulkFieldPickerProps = {
	kind: RecordNoun;
	/** The records, and what they are, counted: "3 companies". */
	ids: string[];
	noun: string;
	onDone: () => void;
};

/** Sets a custom field of many records, in a dialog. */
export function BulkFieldPicker({ kind, ids, noun, onDone }: BulkFieldPickerProps) {
	const [open, setOpen] = useState(false);
	const [fields, setFields] = useState<SettableField[] | NoAnswer | null>(null);
	const done = useRef(false);
	const undoToast = useUndoToast();

	useEffect(() => {
		if (!open || Array.isArray(fields)) return;
		void readJson<SettableField[]>(`/api/fields/settable?kind=${kind}`).catch(whyNoAnswer).then(setFields);
	}, [open, kind, fields]);

	return (
		<FormDialogButton
			open={open}
			onOpenChange={setOpen}
			trigger={
				<Button variant="outline">
					<SquarePenIcon /> Set field
				</Button>
			}
			title={`Set a field of ${noun}`}
			description="Records that have the value already are left as they are."
			submit={`Set for ${noun}`}
			onCloseAutoFocus={(event) => {
				if (!done.current) return;
				// the button is gone with the selection
				event.preventDefault();
				focusPage();
			}}
			action={({ field, how = 'set', value = '' }) => setField({ kind, ids, field, how, value })}
			onDone={({ data, changeSet }) => {
				if (data.changed > 0) undoToast(`Set ${data.name} of ${noun}`, changeSet);
				else toast.info('Nothing to change: they have this value already.');
				done.current = true;
				setOpen(false);
				onDone();
			}}
		>
			<Fields fields={fields} />
		</FormDialogButton>
	);
}

function Fields({ fields }: { fields: SettableField[] | NoAnswer | null }) {
	const [chosen, setChosen] = useState('');
	const [how, setHow] = useState('set');
	if (fields === 'signedOut') return <SignedOut />;
	if (fields === 'failed') return <p role="alert">Your fields could not be read. Close this and try again.</p>;
	if (fields === null) return <p role="status">Reading your fields…</p>;
	const field = fields.find(({ id }) => id === chosen) ?? fields[0];
	if (!field) return <p>You have no custom fields of this kind yet.</p>;
	return (
		<div className="flex flex-col gap-4">
			<Field name="field" label="Field">
				{(control) => (
					<NativeSelect
						{...control}
						value={field.id}
						onChange={(event) => {
							setChosen(event.target.value);
							setHow('set');
						}}
					>
						{fields.map(({ id, name }) => (
							<option key={id} value={id} translate="no">
								{name}
							</option>
						))}
					</NativeSelect>
				)}
			</Field>
			<Field name="how" label="What to do">
				{(control) => (
					<NativeSelect {...control} value={how} onChange={(event) => setHow(event.target.value)}>
						<option value="set">Set it to</option>
						{field.type === 'choices' && <option value="add">Add to it</option>}
						{field.type === 'choices' && <option value="remove">Remove from it</option>}
						<option value="clear">Clear it</option>
					</NativeSelect>
				)}
			</Field>
			{how !== 'clear' && <CustomValueInput key={field.id} field={field} name="value" />}
		</div>
	);
}
