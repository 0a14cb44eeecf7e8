'use client';

import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { message } from '@/components/form/message';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import type { RecordNoun } from '@/domain/named-record';
import { createField } from '../actions';
import { FieldForm } from './field-form';

/** Defines a field, in a dialog. */
export function NewField({ kind }: { kind: RecordNoun }) {
	const [id, setId] = useState('');
	const undoToast = useUndoToast();
	return (
		<FormDialogButton
			open={id !== ''}
			onOpenChange={(opens) => setId(opens ? uuidv7() : '')}
			trigger={
				<Button>
					<PlusIcon /> New field
				</Button>
			}
			title="New field"
			description="You can change its type later."
			submit="Save field"
			action={(fields) => createField({ ...fields, id, kind })}
			onDone={({ data, changeSet }) => {
				setId('');
				undoToast(message`Created ${data.name}`, changeSet);
			}}
		>
			<FieldForm />
		</FormDialogButton>
	);
}
