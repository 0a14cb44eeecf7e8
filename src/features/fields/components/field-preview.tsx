'use client';

import { useState } from 'react';
import { DialogOpener } from '@/components/form/dialog-opener';
import { Button } from '@/components/ui/button';
import { EyeIcon } from '@/components/ui/icons';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import type { FieldPreviewProps } from './field-preview-dialog';

const FieldPreviewDialogLazy = loadedWhenIdle(() =>
	import('./field-preview-dialog').then(({ FieldPreviewDialog }) => FieldPreviewDialog),
);

/** Shows what the fields of a kind look like where they are filled in. */
export function FieldPreview(props: FieldPreviewProps) {
	const [open, setOpen] = useState(false);
	return (
		<DialogOpener
			trigger={
				<Button variant="outline">
					<EyeIcon /> Preview
				</Button>
			}
			open={open}
			onOpen={() => setOpen(true)}
			dialog={(opener) => <FieldPreviewDialogLazy {...props} {...{ open, opener }} onOpenChange={setOpen} />}
		/>
	);
}
