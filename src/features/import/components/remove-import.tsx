'use client';

import { DeleteButton } from '@/components/form/delete-button';
import { message } from '@/components/form/message';
import { useLeave } from '@/components/form/use-leave';
import { Button } from '@/components/ui/button';
import { TrashIcon } from '@/components/ui/icons';
import { removeImport } from '../actions';
import type { Import } from '../server/import-queries';

/** Asks, saying what stays, and removes a file with all that is known of it; for one that is not being worked on. */
export function RemoveImport({ id, fileName, status }: Pick<Import, 'id' | 'fileName' | 'status'>) {
	const leave = useLeave();
	return (
		<DeleteButton
			title={message`Remove ${fileName}?`}
			done={message`Removed ${fileName}`}
			confirm="Remove file"
			busy="Removing…"
			action={async () => {
				const result = await removeImport({ id });
				return result.ok ? { ok: true } : result;
			}}
			onDeleted={() => leave('/import')}
			trigger={
				<Button variant="outline">
					<TrashIcon /> Remove file
				</Button>
			}
		>
			<span>{whatGoes(status)}</span> This cannot be undone.
		</DeleteButton>
	);
}

function whatGoes(status: Import['status']): string {
	if (status === 'done')
		return 'The report and rejected rows will be deleted, and you can no longer undo this import. Imported records are kept.';
	if (status === 'undone') return 'The report and rejected rows will be deleted. Records don’t change.';
	return 'The file goes, with what its check found. No record is touched.';
}
