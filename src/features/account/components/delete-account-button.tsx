'use client';

import { useState } from 'react';
import { DialogOpener } from '@/components/form/dialog-opener';
import { Button } from '@/components/ui/button';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

const DeleteAccountQuestionLazy = loadedWhenIdle(() =>
	import('./delete-account-question').then(({ DeleteAccountQuestion }) => DeleteAccountQuestion),
);

/** Opens the question before the account is deleted. */
export function DeleteAccountButton({ lost }: { lost: string }) {
	const [open, setOpen] = useState(false);
	return (
		<DialogOpener
			trigger={<Button variant="destructive">Delete account</Button>}
			open={open}
			onOpen={() => setOpen(true)}
			dialog={(opener) => <DeleteAccountQuestionLazy lost={lost} opener={opener} open={open} onOpenChange={setOpen} />}
		/>
	);
}
