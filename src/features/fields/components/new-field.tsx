'use client';

import { type ReactElement, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { message } from '@/components/form/message';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import type { RecordNoun } from '@/domain/named-record';
import { createField } from '../actions';
import { FieldForm } from './field-form';
import { FieldTypeIcon } from './field-type-icon';

/** Defines a field, in a dialog. */
export function NewField({ kind }: { kind: RecordNoun }) {
	return (
		<NewFieldButton
			kind={kind}
			trigger={
				<Button>
					<PlusIcon /> New field
				</Button>
			}
		/>
	);
}

/** The types that a new field can have, each of which begins one. */
export function NewFieldOfType({ kind }: { kind: RecordNoun }) {
	return (
		<div className="flex flex-wrap items-center gap-2 border-t px-3 py-2.5">
			<span aria-hidden className="text-muted-foreground max-sm:basis-full">
				New field:
			</span>
			{(Object.entries(fieldTypes) as [FieldType, string][]).map(([type, label]) => (
				<NewFieldButton
					key={type}
					kind={kind}
					type={type}
					trigger={
						<Button variant="outline" size="sm">
							<FieldTypeIcon type={type} />
							<span>
								<span className="sr-only">New field: </span>
								{label}
							</span>
						</Button>
					}
				/>
			))}
		</div>
	);
}

type NewFieldButtonProps = { kind: RecordNoun; type?: FieldType; trigger: ReactElement };

function NewFieldButton({ kind, type, trigger }: NewFieldButtonProps) {
	const [id, setId] = useState('');
	const undoToast = useUndoToast();
	return (
		<FormDialogButton
			open={id !== ''}
			onOpenChange={(opens) => setId(opens ? uuidv7() : '')}
			trigger={trigger}
			title="New field"
			description="You can change its type later."
			submit="Save field"
			action={(fields) => createField({ ...fields, id, kind })}
			onDone={({ data, changeSet }) => {
				setId('');
				undoToast(message`Created ${data.name}`, changeSet);
			}}
		>
			<FieldForm {...(type && { type })} />
		</FormDialogButton>
	);
}
