'use client';

import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Label } from '@/components/ui/label';
import { switchShortcuts, useShortcuts } from '@/components/ui/use-shortcuts';

/** Switches the shortcuts of single keys on and off; the ones with Ctrl or ⌘ stay. */
export function ShortcutsSwitch({ onServer }: { onServer: boolean }) {
	const id = useId();
	const on = useShortcuts(onServer);
	return (
		<div className="flex items-start gap-2.5">
			<Checkbox id={id} checked={on} onCheckedChange={switchShortcuts} />
			<div className="grid gap-1">
				<Label htmlFor={id}>Use single keys as shortcuts</Label>
				<p className="text-muted-foreground">Remembered in this browser. Ctrl K or ⌘ K opens the search in any case.</p>
			</div>
		</div>
	);
}
