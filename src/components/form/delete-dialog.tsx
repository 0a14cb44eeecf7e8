'use client';

import { Trash2 } from 'lucide-react';
import { type ReactNode, useState, useTransition } from 'react';
import { toast } from 'sonner';
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
import type { FormFailure } from './form';
import { useUndoToast } from './undo-toast';

type DeleteDialogProps = {
	name: string;
	/** The verb and noun on the button that does it. */
	confirm: string;
	/** What goes with it. */
	children: ReactNode;
	action: () => Promise<{ ok: true; changeSet: string } | FormFailure>;
	onDeleted: () => void;
};

/** Asks before something is deleted; afterwards a toast offers to take it back. */
export function DeleteDialog({ name, confirm, children, action, onDeleted }: DeleteDialogProps) {
	const [open, setOpen] = useState(false);
	const [pending, startDeleting] = useTransition();
	const undoToast = useUndoToast();

	function run() {
		startDeleting(async () => {
			const result = await action();
			if (!result.ok) {
				toast.error(result.message);
				return;
			}
			setOpen(false);
			undoToast(`Deleted ${name}`, result.changeSet);
			onDeleted();
		});
	}

	return (
		<AlertDialog open={open} onOpenChange={setOpen}>
			<AlertDialogTrigger asChild>
				<Button variant="outline">
					<Trash2 aria-hidden /> Delete
				</Button>
			</AlertDialogTrigger>
			<AlertDialogContent>
				<AlertDialogHeader>
					<AlertDialogTitle className="wrap-anywhere">Delete {name}?</AlertDialogTitle>
					<AlertDialogDescription>{children}</AlertDialogDescription>
				</AlertDialogHeader>
				<AlertDialogFooter>
					<AlertDialogCancel>Cancel</AlertDialogCancel>
					<Button variant="destructive" aria-disabled={pending || undefined} onClick={() => pending || run()}>
						{pending ? 'Deleting…' : confirm}
					</Button>
				</AlertDialogFooter>
			</AlertDialogContent>
		</AlertDialog>
	);
}
