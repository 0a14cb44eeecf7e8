'use client';

import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { DialogOpener } from '@/components/form/dialog-opener';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import type { RecordNoun } from '@/domain/named-record';

const FieldDialogLazy = loadedWhenIdle(() => import('./field-dialog').then(({ FieldDialog }) => FieldDialog));

/** A button that defines a custom field on the page of a record, with the value of that record. */
export function NewFieldPicker({ kind, id: recordId }: { kind: RecordNoun; id: string }) {
	const [id, setId] = useState('');
	return (
		<DialogOpener
			trigger={
				<Button variant="ghost" size="icon-sm" className="-mr-1.5 ml-auto">
					<PlusIcon />
					<span className="sr-only">Add a custom field</span>
				</Button>
			}
			open={id !== ''}
			onOpen={() => setId(uuidv7())}
			dialog={(opener) => (
				<FieldDialogLazy
					{...{ id, kind, recordId, opener }}
					open={id !== ''}
					onOpenChange={(opens) => setId(opens ? uuidv7() : '')}
				/>
			)}
		/>
	);
}
