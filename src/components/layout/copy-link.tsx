'use client';

import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { LinkIcon } from '@/components/ui/icons';
import { toast } from '@/components/ui/toast';
import { copyText } from '@/lib/browser/copy-text';

/** Copies the whole address of a page. */
export function CopyLink({ path }: { path: Route }) {
	async function copy() {
		const link = new URL(path, window.location.href).href;
		if (await copyText(link)) toast.success('Copied the link');
		else toast.error('The browser did not allow copying. Copy the address from its address line.');
	}
	return (
		<Button variant="ghost" onClick={copy}>
			<LinkIcon /> Copy link
		</Button>
	);
}
