'use client';

import { useState } from 'react';
import { DialogOpener } from '@/components/form/dialog-opener';
import { Button } from '@/components/ui/button';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { LoadSampleDataForm } from './load-sample-data-form';

const LoadAmongOwnLazy = loadedWhenIdle(() => import('./load-among-own').then(({ LoadAmongOwn }) => LoadAmongOwn));

/** Loads the sample data. Asks first if there are companies already. */
export function LoadSampleData({ companies }: { companies: number }) {
	const [open, setOpen] = useState(false);
	// the button is gone next
	const focusState = () => document.getElementById('sample-data-state')?.focus({ preventScroll: true });
	if (companies === 0) return <LoadSampleDataForm onDone={focusState} />;
	return (
		<DialogOpener
			trigger={<Button>Load sample data</Button>}
			open={open}
			onOpen={() => setOpen(true)}
			dialog={(opener) => (
				<LoadAmongOwnLazy
					companies={companies}
					opener={opener}
					open={open}
					onOpenChange={setOpen}
					onLoaded={focusState}
				/>
			)}
		/>
	);
}
