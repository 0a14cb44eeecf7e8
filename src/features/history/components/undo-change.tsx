'use client';

import { Undo2 } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { unsure } from '@/components/form/form';
import { StillWorking } from '@/components/form/still-working';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { failureText } from '@/lib/failure';
import { undoChangeSet } from '../actions';

type UndoChangeProps = {
	changeSet: string;
	title: string;
	/** The element that says what would be undone; it has the focus afterwards. */
	titleId: string;
	/** Where to go because the page is of something that the undo takes away. */
	leaveTo?: Route | undefined;
};

/** Takes a change back; what came in between is named by the refusal. */
export function UndoChange({ changeSet, title, titleId, leaveTo }: UndoChangeProps) {
	const router = useRouter();
	const undoToast = useUndoToast();
	const [pending, startUndoing] = useTransition();

	function undo() {
		startUndoing(async () => {
			const result = await undoChangeSet({ id: changeSet }).catch(unsure('this was undone'));
			if (!result.ok) {
				toast.error(failureText(result), { duration: 10_000 });
				return;
			}
			undoToast(`Undone: ${title}`, result.changeSet);
			if (leaveTo) router.push(leaveTo);
			else document.getElementById(titleId)?.focus();
		});
	}

	return (
		<>
			<Button
				variant="outline"
				size="sm"
				aria-describedby={titleId}
				aria-disabled={pending || undefined}
				onClick={() => pending || undo()}
			>
				<Undo2 aria-hidden /> {pending ? 'Undoing…' : 'Undo this change'}
			</Button>
			<StillWorking pending={pending} />
		</>
	);
}
