'use client';

import { useState } from 'react';
import { DialogOpener } from '@/components/form/dialog-opener';
import { Button } from '@/components/ui/button';
import { NetworkIcon } from '@/components/ui/icons';
import { DecisionMapLazy } from './decision-map-lazy';

/** Opens the decision map of a company, which is read only then. */
export function DecisionMapButton({ companyId }: { companyId: string }) {
	const [isOpen, setOpen] = useState(false);
	return (
		<DialogOpener
			trigger={
				<Button variant="ghost" size="sm" className="-ml-2.5 w-fit text-muted-foreground">
					<NetworkIcon /> Decision map
				</Button>
			}
			open={isOpen}
			onOpen={() => setOpen(true)}
			dialog={(opener) => (
				<DecisionMapLazy companyId={companyId} open={isOpen} onOpenChange={setOpen} opener={opener} />
			)}
		/>
	);
}
