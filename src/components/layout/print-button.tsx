'use client';

import { Button } from '@/components/ui/button';
import { PrinterIcon } from '@/components/ui/icons';

/** Prints the page that is open. */
export function PrintButton() {
	return (
		<Button variant="ghost" onClick={() => window.print()}>
			<PrinterIcon /> Print
		</Button>
	);
}
