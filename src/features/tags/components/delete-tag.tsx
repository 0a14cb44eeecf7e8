'use client';

import { Trash2 } from 'lucide-react';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { useUndoToast } from '@/components/form/undo-toast';
import {
	AlertDialog,
	AlertDialogCancel,
	AlertDialogContent,
	AlertDialogDescription,
	AlertDialogFooter,
	AlertDialogHeader,
	AlertDialogTitle,
	AlertDialogTrigger,
} from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { deleteTag } from '../actions';
import type { TagRow } from '../queries';
import { describeUse } from '../tag';
import { useFocusAfter } from './use-focus-after';

type DeleteTagProps = { tag: TagRow; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks, counting what loses the tag, and deletes it. */
export function DeleteTag({ tag, open, onOpenChange }: DeleteTagProps) {
	const [pending, startDeleting] = useTransition();
	const undoToast = useUndoToast();
	const { leave, onCloseAutoFocus } = useFocusAfter('tags');
	const carriers = describeUse(tag);

	function run() {
		startDeleting(async () => {
			const result = await deleteTag({ id: tag.id });
			if (!result.ok) {
				toast.error(result.message);
				return;
			}
			leave();
			onOpenChange(false);
			undoToast(`Deleted ${tag.name}`, result.changeSet);
		});
	}

	return (
		<AlertDialog open={open} onOpenChange={onOpenChange}>
			<AlertDialogTrigger asChild>
				<Button variant="ghost" size="icon-sm">
					<Trash2 aria-hidden />
					<span className="sr-only">Delete {tag.name}</span>
				</Button>
			</AlertDialogTrigger>
			<AlertDialogContent onCloseAutoFocus={onCloseAutoFocus}>
				<AlertDialogHeader>
					<AlertDialogTitle className="wrap-anywhere">Delete {tag.name}?</AlertDialogTitle>
					<AlertDialogDescription>
						{carriers
							? `${carriers} ${tag.companies + tag.contacts === 1 ? 'loses' : 'lose'} this tag; nothing else changes.`
							: 'No company and no contact carries this tag.'}
					</AlertDialogDescription>
				</AlertDialogHeader>
				<AlertDialogFooter>
					<AlertDialogCancel>Cancel</AlertDialogCancel>
					<Button variant="destructive" aria-disabled={pending || undefined} onClick={() => pending || run()}>
						{pending ? 'Deleting…' : 'Delete tag'}
					</Button>
				</AlertDialogFooter>
			</AlertDialogContent>
		</AlertDialog>
	);
}
